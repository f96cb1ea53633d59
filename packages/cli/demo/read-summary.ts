import { addCounts, type Counts, NO_ROWS } from '#domain/credit/batch';
import type { NeedTerms } from '#domain/need/need';
import { matchingSchema } from '#platform/schemas/matching';
import { enterprisePage, whitelistAnswer } from './answers.ts';
import type { City } from './city.ts';
import type { Client, Site } from './client.ts';
import { eachAtOnce } from './each-at-once.ts';
import type { Delivered } from './load.ts';
import { OFFICE, personOf } from './people.ts';
import { Stopped } from './stopped.ts';
import type { CitySummary, SampleMatch } from './summary.ts';
import { whitelistOf } from './whitelist-terms.ts';

const PAGE = 200;
const UNSCORED = '–';

/** Asks the platform what became of the city. Nothing is remembered: the summary is always today's. */
export async function readSummary(
  site: Site,
  city: City,
  delivered: readonly Delivered[],
): Promise<CitySummary> {
  const client = site.as(personOf('office', OFFICE, 'data'));
  const [firms, list, matched] = [
    await readFirms(client),
    await client.get(`/v1/whitelists/${whitelistOf(city.seed).id}`, whitelistAnswer),
    await eachAtOnce(city.asked, (need) => readEligible(client, need)),
  ];
  return {
    url: site.url,
    seed: city.seed,
    asOf: city.asOf,
    suppliers: bySupplier(delivered),
    firms: firms.names.size,
    grades: firms.grades,
    ...(list && {
      whitelist: { name: list.name, listed: list.listed, considered: list.considered },
    }),
    products: city.offered.length,
    banks: city.banks,
    needs: matched.length,
    needsMet: matched.filter(({ eligible }) => eligible > 0).length,
    samples: await readSamples(client, matched, firms.names),
  };
}

function bySupplier(delivered: readonly Delivered[]): CitySummary['suppliers'] {
  const sums = new Map<string, Counts>();
  for (const { supplier, batch } of delivered)
    sums.set(supplier, addCounts(sums.get(supplier) ?? NO_ROWS, batch?.counts ?? NO_ROWS));
  return [...sums].map(([supplier, counts]) => ({ supplier, counts }));
}

async function readFirms(client: Client) {
  const grades = new Map<string, number>();
  const names = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    const page = await client.get(`/v1/enterprises?${query}`, enterprisePage);
    for (const { enterprise, score } of page?.items ?? []) {
      names.set(enterprise.code, enterprise.name);
      const grade = score?.grade ?? UNSCORED;
      grades.set(grade, (grades.get(grade) ?? 0) + 1);
    }
    cursor = page?.next;
  } while (cursor !== undefined);
  return { names, grades: [...grades].map(([grade, firms]) => ({ grade, firms })) };
}

type Matched = { readonly need: NeedTerms; readonly eligible: number };

const readEligible = async (client: Client, need: NeedTerms): Promise<Matched> => {
  const path = `/v1/needs/${need.id}/matches?limit=1`;
  return { need, eligible: (await client.get(path, matchingSchema))?.counts.yes ?? 0 };
};

/** The need with most products, the one in the middle, the one with fewest (but one, if any has). */
async function readSamples(
  client: Client,
  matched: readonly Matched[],
  names: ReadonlyMap<string, string>,
): Promise<readonly SampleMatch[]> {
  const met = matched
    .filter(({ eligible }) => eligible > 0)
    .toSorted((left, right) => right.eligible - left.eligible);
  const places = [0, Math.floor(met.length / 2), met.length - 1];
  const chosen = [...new Set(places)].flatMap((place) => met[place] ?? []);
  return eachAtOnce(chosen, ({ need }) => readSample(client, need, names));
}

async function readSample(
  client: Client,
  need: NeedTerms,
  names: ReadonlyMap<string, string>,
): Promise<SampleMatch> {
  const path = `/v1/needs/${need.id}/matches`;
  const fitting = await client.get(`${path}?limit=1`, matchingSchema);
  const others = await client.get(`${path}?verdict=no&limit=1`, matchingSchema);
  if (!fitting) throw new Stopped(`${need.id} was sent and is gone.`);
  const [best] = fitting.products;
  const [misfit] = others?.products ?? [];
  return {
    firm: names.get(need.code) ?? need.code,
    need,
    ...(fitting.points !== undefined && { points: fitting.points }),
    eligible: fitting.counts.yes,
    ...(best && { best }),
    ...(misfit && { misfit }),
    findings: others?.findings ?? [],
  };
}
