import type { BusinessDate } from '../../time.ts';
import type { Scorecard } from '../scorecard.ts';
import { cityCards } from '../segments.ts';
import type { CardRole, CardVersion } from './card-version.ts';
import { isRunning, latestFirst } from './registered.ts';

/** The versions of a role that score on a day: of each card the one that began last. */
export function cardsOn(
  versions: readonly CardVersion[],
  day: BusinessDate,
  role: CardRole = 'champion',
): readonly CardVersion[] {
  const running = versions.filter((one) => one.role === role && isRunning(one, day));
  const byCard = Map.groupBy(running, ({ card }) => card.id);
  return [...byCard.values()].flatMap((of) => of.toSorted(latest).slice(0, 1));
}

const latest = latestFirst<CardVersion>(({ card }) => card.version);

/** All cards that score or may come to score: the platform's own, and champions that are not retired. */
export const cardsToBe = (versions: readonly CardVersion[]): readonly Scorecard[] => [
  ...cityCards,
  ...versions
    .filter(({ role, status }) => role === 'champion' && status !== 'retired')
    .map(({ card }) => card),
];

/** The cards that the platform comes with, those of the registry in their place, then the city's others. */
export function cardsInForceOn(
  versions: readonly CardVersion[],
  day: BusinessDate,
): readonly Scorecard[] {
  const active = cardsOn(versions, day).map(({ card }) => card);
  const others = active.filter((card) => !cityCards.some(({ id }) => id === card.id));
  return [
    ...cityCards.map((card) => active.find(({ id }) => id === card.id) ?? card),
    ...others.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ];
}
