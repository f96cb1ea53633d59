import { withinLimit } from '../bins.ts';
import { valuesOf } from '../facts.ts';
import { because, MAX_REASONS } from '../reasons.ts';
import type { DimensionPoints, Score, ScoreReason } from '../score.ts';
import { type ScoreQuestion, sizeIn } from '../score-enterprise.ts';
import type { CompiledCard } from './compile-card.ts';
import { KNOWN_BIT, MAX_TEN_BITS, PLACE_BITS, POINT_BITS } from './look-up.ts';
import { type RowReckoned, reckonRow } from './reckon-row.ts';
import { coverageOf, gradeOf, placeOf, pointsOf } from './score-row.ts';
import { reasonOf } from './tell-row.ts';

type Values = Score['facts'];

/** The whole score of one firm by tables: the same bytes as `score` gives. */
export function explainRow(compiled: CompiledCard, question: Omit<ScoreQuestion, 'card'>): Score {
  const { card } = compiled;
  const { facts, enterprise, asOf } = question;
  const values = valuesOf(facts);
  const reckoned = reckonRow(compiled, values);
  const points = pointsOf(reckoned);
  return {
    code: enterprise.code,
    asOf,
    card: { id: card.id, version: card.version },
    points,
    grade: gradeOf(compiled, points),
    coverage: coverageOf(compiled, reckoned),
    dimensions: dimensionsOf(compiled, values, reckoned),
    vetoes: reckoned.vetoes.map(({ code }) => code),
    reasons: reasonsOfRow(compiled, values, reckoned, question),
    facts: values,
    ...sizeIn(facts),
  };
}

function dimensionsOf(
  { card, asked, most }: CompiledCard,
  values: Values,
  { attributes }: RowReckoned,
): readonly DimensionPoints[] {
  const { slots, maxima } = asked;
  let place = 0;
  return card.dimensions.map((dimension, at) => {
    let sum = 0;
    const indicators = dimension.indicators.map(({ id, fact }) => {
      const slot = slots[place] ?? 0;
      const attribute = attributes[slot] ?? 0;
      const points = (attribute >> POINT_BITS) & MAX_TEN_BITS;
      const max = maxima[slot] ?? 0;
      const value = values[fact];
      sum += points;
      place += 1;
      return attribute >> KNOWN_BIT === 0 || value === undefined
        ? { id, points, max }
        : { id, points, max, value };
    });
    return {
      id: dimension.id,
      points: withinLimit(dimension, sum),
      max: most[at] ?? 0,
      indicators,
    };
  });
}

function reasonsOfRow(
  compiled: CompiledCard,
  values: Values,
  { sum, vetoes, first, second, third, fourth }: RowReckoned,
  { facts, disputed }: Pick<ScoreQuestion, 'facts' | 'disputed'>,
): readonly ScoreReason[] {
  const told = because(facts, disputed);
  const lost = [first, second, third, fourth].filter((reason) => reason > 0);
  return [
    ...vetoes.map(({ code, cap, fact }) => told(code, Math.max(0, sum - cap), fact)),
    ...lost.map((reason) => {
      const place = placeOf(reason);
      const fact = compiled.indicators[place]?.fact ?? '';
      const code = compiled.reasons[place] ?? reasonOf(compiled, place, values[fact]);
      return told(code, reason >> PLACE_BITS, fact);
    }),
  ].slice(0, MAX_REASONS);
}
