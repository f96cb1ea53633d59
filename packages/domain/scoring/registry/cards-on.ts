import type { BusinessDate } from '../../time.ts';
import type { CardRole, CardVersion } from './card-version.ts';

/** The versions of a role that score on a day: of each card the one that began last. */
export function cardsOn(
  versions: readonly CardVersion[],
  day: BusinessDate,
  role: CardRole = 'champion',
): readonly CardVersion[] {
  const running = versions.filter(
    (version) =>
      version.role === role &&
      version.activeFrom !== undefined &&
      version.activeFrom <= day &&
      (version.activeTo === undefined || day <= version.activeTo),
  );
  const byCard = Map.groupBy(running, ({ card }) => card.id);
  return [...byCard.values()].flatMap((of) => of.toSorted(latestFirst).slice(0, 1));
}

/** Of two that began on one day, the greater version. */
const latestFirst = (a: CardVersion, b: CardVersion) =>
  order(b.activeFrom ?? '', a.activeFrom ?? '') || b.card.version - a.card.version;
const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
