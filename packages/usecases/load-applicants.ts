import type { Enterprise } from '#domain/enterprise/enterprise';
import type { UnifiedCode } from '#domain/ids';
import type { Ports } from './ports.ts';

/** What matching needs to know of a firm. */
export type LoadedFirm = {
  readonly enterprise: Enterprise;
  readonly score: Awaited<ReturnType<typeof scoresOf>>[number];
  readonly recommended: boolean;
};

/** Firms with their scores and their places on the list in effect, at most MAX_GET: three reads, however many. */
export async function loadApplicants(
  ports: Ports,
  enterprises: readonly Enterprise[],
): Promise<readonly LoadedFirm[]> {
  const codes = enterprises.map(({ code }) => code);
  const [scores, recommended] = await Promise.all([
    scoresOf(ports, codes),
    recommendedOf(ports, codes),
  ]);
  return enterprises.map((enterprise, place) => ({
    enterprise,
    score: scores[place],
    recommended: recommended[place] ?? false,
  }));
}

const scoresOf = async ({ store }: Ports, codes: readonly UnifiedCode[]) =>
  (await store.getMany('score', codes)).map((score) => score?.value);

async function recommendedOf(
  { store }: Ports,
  codes: readonly UnifiedCode[],
): Promise<readonly boolean[]> {
  const current = await store.get('currentWhitelist', 'current');
  if (!current) return [];
  const id = current.value.whitelist;
  const listings = await store.getMany(
    'listing',
    codes.map((code) => `${id}/${code}` as const),
  );
  return listings.map((listing) => listing?.value.listed ?? false);
}
