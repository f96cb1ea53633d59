import { lprFixings } from '#adapters/reference/lpr';
import type { City } from '#cli/demo/city';
import type { Delivery } from '#cli/demo/delivery';
import { whitelistOf } from '#cli/demo/whitelist-terms';
import { catalogues } from '#domain/credit/catalogues';
import { decideLines } from '#domain/credit/decide-row';
import type { RowContent } from '#domain/credit/read-row';
import type { CreditRecord } from '#domain/credit/record';
import { recordOf } from '#domain/credit/record-of';
import type { Enterprise } from '#domain/enterprise/enterprise';
import { enterpriseOf } from '#domain/enterprise/enterprise-of';
import { applicantOf } from '#domain/matching/applicant';
import { compileCatalogue } from '#domain/matching/compile-catalogue';
import { match } from '#domain/matching/match';
import type { Matching } from '#domain/matching/matching';
import { readFacts } from '#domain/scoring/read-facts';
import type { Score } from '#domain/scoring/score';
import { scoreBySegment } from '#domain/scoring/score-by-segment';
import { parseInstant } from '#domain/time';
import { consider } from '#domain/whitelist/consider';
import { readDelivery } from './small-city.ts';

const NOON = parseInstant('2026-11-20T04:00:00.000Z');
if (NOON === undefined) throw new Error('noon is an instant');
const receivedAt = NOON;

export type Replayed = {
  readonly scores: readonly Score[];
  readonly listed: number;
  readonly matchings: readonly Matching[];
};

/** What the platform makes of a city, by the domain's rules alone: no store, no queue. */
export function replay(city: City): Replayed {
  const records = recordsOf(city.deliveries);
  // As in the store: the city collects what was delivered, and of the rest silence says nothing.
  const complete = new Set(city.deliveries.map(({ catalogue }) => catalogue));
  const firms = new Map<string, { enterprise: Enterprise; score: Score }>();
  for (const [code, own] of Map.groupBy(records, ({ subject }) => subject)) {
    const enterprise = own.flatMap((record) => enterpriseOf(record) ?? [])[0];
    if (!enterprise) continue;
    const facts = readFacts({ enterprise, records: own, asOf: city.asOf, complete });
    firms.set(code, {
      enterprise,
      score: scoreBySegment({ facts, enterprise, asOf: city.asOf }).score,
    });
  }
  const { id, rule } = whitelistOf(city.seed);
  const isListed = (firm: { enterprise: Enterprise; score: Score }) =>
    consider({ ...firm, rule, whitelist: id, asOf: city.asOf }).listed;
  const catalogue = compileCatalogue(
    city.offered.map((terms) => ({ ...terms, version: 1, status: 'listed' as const })),
  );
  const matchings = city.asked.flatMap((terms) => {
    const firm = firms.get(terms.code);
    if (!firm) return [];
    return match({
      need: { ...terms, status: 'open', edition: 1, submittedAt: receivedAt },
      applicant: applicantOf({ ...firm, recommended: isListed(firm), asOf: city.asOf }),
      catalogue,
      page: { limit: 500 },
      lpr: lprFixings,
      asOf: city.asOf,
    });
  });
  const all = [...firms.values()];
  return { scores: all.map((firm) => firm.score), listed: all.filter(isListed).length, matchings };
}

/** Corrections replace, as they do in the store: the last row under a key stands. */
function recordsOf(deliveries: readonly Delivery[]): readonly CreditRecord[] {
  const records = new Map<string, CreditRecord>();
  for (const delivery of deliveries) {
    const catalogue = catalogues[delivery.catalogue];
    const { supplier } = delivery;
    const rows = readDelivery(delivery).flatMap((row) => (row.ok ? [row] : []));
    const made = (row: RowContent) => recordOf(catalogue, row, { supplier, receivedAt });
    for (const [id, group] of Map.groupBy(rows, (row) => made(row).id)) {
      const [first] = group;
      const last = group.at(-1);
      if (!first || !last) continue;
      const packed = decideLines({
        packed: made(first),
        rows: group.map((row, index) => ({ ...row, row: index, warned: false })),
        batch: delivery.id,
        known: true,
      }).write;
      records.set(id, catalogue.packedBy && packed ? packed : made(last));
    }
  }
  return [...records.values()];
}
