import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { PastScore } from '#domain/scoring/registry/past-score';
import type { BusinessDate } from '#domain/time';
import type { Ports } from './ports.ts';
import { type Paged, type PageOf, readPage } from './read.ts';

/** A score of the past in a line; `scoredAt` names it for a replay. */
export type ToldScore = Pick<PastScore, 'points' | 'grade' | 'card' | 'cardHash' | 'scoredAt'> & {
  readonly asOf: BusinessDate;
};

/** What a firm was told, newest first. Refuses: not_found (no such firm). */
export const listScores =
  (ports: Ports) =>
  async (
    asker: Principal,
    { code, ...page }: PageOf & { readonly code: UnifiedCode },
  ): Promise<Outcome<Paged<ToldScore>>> => {
    if (!(await ports.store.get('enterprise', code)))
      return refuse('not_found', { field: 'enterprise', actual: code });
    const { limit, after } = page;
    const found = await readPage(ports, 'pastScoresOf')(asker, {
      limit,
      ...(after !== undefined && { after }),
      of: code,
    });
    if (!found.ok) return found;
    return accept({ ...found.value, items: found.value.items.map(toldOf) });
  };

const toldOf = ({ basis, points, grade, card, cardHash, scoredAt }: PastScore): ToldScore => ({
  asOf: basis.asOf,
  points,
  grade,
  card,
  cardHash,
  scoredAt,
});
