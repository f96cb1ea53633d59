import type { Columns } from '#domain/scoring/columns/columns';
import type { CompiledCard } from '#domain/scoring/columns/compile-card';
import { plainRow } from '#domain/scoring/columns/plain-row';
import { type Scorer, scorerOf } from '#domain/scoring/columns/scorer';
import type { FactValues } from '#domain/scoring/facts';
import type { Figure } from '../figure.ts';
import { cpuSecondsOf, medianOf } from './cpu-rate.ts';
import { profilesOf } from './profiles.ts';
import type { Sizes } from './sizes.ts';

/** Of the issue on scoring, as against reading the profile alone. */
const LEAST = 0.5;
/** Profiles of one repetition, so that it takes long enough to be told from noise. */
const PER_REPETITION = 40_000;
/** Repetitions until the engine has compiled what it runs. */
const WARM_UP = 3;

const readAlone = (profile: string): FactValues => JSON.parse(profile);
const scored = ({ scoreValues }: Scorer, profile: string) => scoreValues(JSON.parse(profile));

/** From the stored profile to points and reasons in words, beside reading that profile alone. */
export async function* oneFirm(
  compiled: CompiledCard,
  columns: Columns,
  { profiles, repetitions }: Sizes,
): AsyncGenerator<Figure> {
  const scorer = scorerOf(compiled.card);
  const texts = profilesOf(compiled, columns, profiles);
  const times = Math.max(1, Math.round(PER_REPETITION / texts.length));
  const rates = await measured(texts, { times, repetitions }, scorer);
  const parsed = medianOf(rates.map((rate) => rate.parsed));
  const ratios = rates.map((rate) => rate.scored / rate.parsed);
  const least = Math.min(...ratios).toFixed(2);
  const figure = { bench: 'score', case: 'one firm from its profile', unit: 'firms/s/core' };
  yield { ...figure, engine: 'JSON.parse alone', value: Math.round(parsed), ratio: 1 };
  yield {
    ...figure,
    engine: `xyd, four reasons in words, least of ${repetitions} repetitions ${least}×`,
    value: Math.round(medianOf(rates.map((rate) => rate.scored))),
    ratio: medianOf(ratios),
    aim: { atLeast: LEAST },
    answersEqual: texts.every(
      (text) =>
        JSON.stringify(scored(scorer, text)) ===
        JSON.stringify(plainRow(compiled.card, readAlone(text))),
    ),
  };
}

/** Both take turns within a repetition, and the first ones are not counted. */
async function measured(
  texts: readonly string[],
  { times, repetitions }: { readonly times: number; readonly repetitions: number },
  scorer: Scorer,
) {
  const rates: { readonly parsed: number; readonly scored: number }[] = [];
  for (let repetition = -WARM_UP; repetition < repetitions; repetition += 1) {
    let [parsing, scoring] = [0, 0];
    for (let time = 0; time < times; time += 1) {
      parsing += await cpuSecondsOf(() => {
        for (const text of texts) readAlone(text);
      });
      scoring += await cpuSecondsOf(() => {
        for (const text of texts) scored(scorer, text);
      });
    }
    const firms = texts.length * times;
    if (repetition >= 0) rates.push({ parsed: firms / parsing, scored: firms / scoring });
  }
  return rates;
}
