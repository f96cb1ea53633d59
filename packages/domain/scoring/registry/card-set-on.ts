import type { BusinessDate } from '../../time.ts';
import type { CardSet } from '../score-by-segment.ts';
import type { Scorecard } from '../scorecard.ts';
import { citySegments, type SegmentScheme } from '../segments.ts';
import type { CardVersion } from './card-version.ts';
import { cardsInForceOn } from './cards-on.ts';
import { isRunning, latestFirst } from './registered.ts';
import type { SchemeVersion } from './scheme-version.ts';

/** All versions that the registry keeps. */
export type Registry = {
  readonly cards: readonly CardVersion[];
  readonly schemes: readonly SchemeVersion[];
};

/** The schemes that run on a day, first the one that began last: it alone chooses. */
export const schemesOn = (
  schemes: readonly SchemeVersion[],
  day: BusinessDate,
): readonly SchemeVersion[] => schemes.filter((one) => isRunning(one, day)).toSorted(latest);

const latest = latestFirst<SchemeVersion>(({ scheme }) => scheme.version);

/**
 * The cards that score on a day, and the scheme that chooses among them. A scheme that lacks one of its cards, which
 * was retired at the very moment in which the scheme began, chooses nobody: the one before it stands.
 */
export function cardSetOn({ cards: versions, schemes }: Registry, day: BusinessDate): CardSet {
  const cards = cardsInForceOn(versions, day);
  const running = schemesOn(schemes, day).map(({ scheme }) => scheme);
  return { cards, scheme: running.find((one) => hasItsCards(one, cards)) ?? citySegments };
}

const hasItsCards = ({ rules }: SegmentScheme, cards: readonly Scorecard[]): boolean =>
  rules.every(({ card }) => cards.some(({ id }) => id === card));

/** The scheme that chooses, or is to choose one day, and would lack a card that it has, were `after` the cards. */
export function schemeWithout(
  { cards, schemes }: Registry,
  after: readonly CardVersion[],
  today: BusinessDate,
): SchemeVersion | undefined {
  const later = schemes.filter(
    ({ status, activeFrom = today }) => status === 'active' && activeFrom > today,
  );
  return [...schemesOn(schemes, today).slice(0, 1), ...later].find(
    ({ scheme, activeFrom = today }) => {
      const day = activeFrom > today ? activeFrom : today;
      const has = (versions: readonly CardVersion[]) =>
        hasItsCards(scheme, cardsInForceOn(versions, day));
      return has(cards) && !has(after);
    },
  );
}
