import { reckoner } from '#adapters/scoring/reckoner';
import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { firmsScorerOf } from '#domain/scoring/columns/firms-scorer';
import type { FactValues } from '#domain/scoring/facts';
import { cityCards, segmentOf } from '#domain/scoring/segments';
import type { Figure } from '../figure.ts';
import { cpuSecondsOf } from './cpu-rate.ts';
import { profilesOf } from './profiles.ts';
import type { Sizes } from './sizes.ts';

/** Firms of a page of the store: `xyd score --all` asks for so many. */
const PAGE = 500;
/** Of the issue on scoring, on two cores. */
const MOST_SECONDS = 10;

/**
 * Every firm from its stored profile by the card of its segment, as `xyd score --all` does between the store and the
 * terminal, page after page; seconds of one processor. Profiles come up over and over until the city is whole.
 */
export async function* wholeCity(
  compiled: CompiledCard,
  columns: Columns,
  { city, stored }: Sizes,
): AsyncGenerator<Figure> {
  const texts = profilesOf(compiled, columns, stored);
  const scorers = cityCards.map((card) => ({ card, ...firmsScorerOf(card, reckoner) }));
  let told = 0;
  const page = (profiles: readonly string[]) => {
    const chosen = profiles.map((text) => {
      const facts: FactValues = JSON.parse(text);
      return { facts, rule: segmentOf((fact) => facts[fact]) };
    });
    for (const { card, scoreFirms } of scorers) {
      const those = chosen.filter(({ rule }) => rule?.card === card.id);
      for (const { reasons } of scoreFirms(those.map(({ facts }) => facts))) told += reasons.length;
    }
  };
  const seconds = await cpuSecondsOf(() => {
    for (let firm = 0; firm < city; firm += PAGE) {
      const from = firm % texts.length;
      page(texts.slice(from, from + Math.min(PAGE, city - firm)));
    }
  });
  yield {
    bench: 'score',
    case: `${city.toLocaleString('en')} firms again from their profiles`,
    engine: `xyd, kernel, ${told.toLocaleString('en')} reasons in words, one core`,
    value: seconds,
    unit: 's',
    aim: { atMost: MOST_SECONDS },
  };
}
