import { nextDouble } from '#domain/next-double';
import type { OpenCard, OpenIndicator } from '#domain/scoring/open-card';
import type { Bin } from '#domain/scoring/scorecard';
import type { Additive, Coded, Term } from './additive.ts';
import { factorOf, offsetOf, type Scaling } from './card.ts';
import { type Grid, missingCodeOf, otherCodeOf, rangesOf } from './grid.ts';

/** A round figure that most lenders can read: 1000 points where 20 are good to one bad, 100 more double that. */
export const usualScaling: Scaling = { pdo: 100, base: 1000, odds: 20 };
const BASE_STEP = 100;

export type CardNames = { readonly id: string; readonly zh: string; readonly en: string };

/**
 * The whole points of a fit: each characteristic gives at least 0, and what everybody has stands in `initial`.
 * Neighbours with the same points become one bin. Codes that no row of the sample had get the mean of the
 * characteristic. Without a base of its own the card begins high enough that no total lies below 0.
 */
export function toCard(
  fit: Additive,
  coded: readonly Coded[],
  names: CardNames,
  asked: Partial<Scaling>,
): { readonly card: OpenCard; readonly scaling: Scaling } {
  const scaling = { ...usualScaling, ...asked };
  const terms = fit.terms.flatMap((term, place) => {
    const codes = coded[place]?.codes;
    const whole = codes ? wholePoints(term, codes, factorOf(scaling)) : undefined;
    return whole && whole.points.some((points) => points > 0)
      ? [{ ...whole, grid: term.grid }]
      : [];
  });
  const lifted = terms.reduce((total, { lift }) => total + lift, 0);
  const constant = fit.terms.reduce((total, term, place) => {
    const stays = terms.some(({ grid }) => grid === term.grid);
    return total + (stays ? 0 : meanOf(term, coded[place]?.codes ?? new Uint16Array()));
  }, fit.constant);
  const start = Math.round(offsetOf(scaling) - factorOf(scaling) * constant + lifted);
  const raised =
    asked.base === undefined && start < 0 ? Math.ceil(-start / BASE_STEP) * BASE_STEP : 0;
  const initial = start + raised;
  const ids = idsOf(terms.map(({ grid }) => grid.name));
  const indicators = terms.map(({ grid, points }, place) =>
    indicatorOf(ids[place] ?? '', grid, points),
  );
  return {
    scaling: { ...scaling, base: scaling.base + raised },
    card: {
      ...names,
      version: 1,
      initial,
      dimensions: [{ id: 'fitted', zh: '统计拟合', en: 'Fitted', indicators }],
      vetoes: [],
      bands: bandsOf(initial, indicators),
    },
  };
}

type Whole = { readonly points: readonly number[]; readonly lift: number };

/** `lift`: the points, below 0 as a rule, that were taken out so that the lowest attribute has 0. */
function wholePoints(term: Term, codes: Uint16Array, factor: number): Whole {
  const seen = new Set(codes);
  const middle = meanOf(term, codes);
  const ranges = rangesOf(term.grid);
  const amounts = [...term.amounts].map((amount, code) =>
    code < ranges || seen.has(code) ? amount : middle,
  );
  const exact = amounts.map((amount) => -factor * amount);
  const lift = Math.min(...exact);
  return { points: exact.map((amount) => Math.round(amount - lift)), lift };
}

const meanOf = ({ amounts }: Term, codes: Uint16Array): number =>
  codes.reduce((total, code) => total + (amounts[code] ?? 0), 0) / Math.max(1, codes.length);

function indicatorOf(id: string, grid: Grid, points: readonly number[]): OpenIndicator {
  const { name } = grid;
  return {
    id,
    zh: name,
    en: name,
    fact: name,
    bins: grid.kind === 'number' ? rangeBins(grid, points) : wordBins(grid, points),
    missing: points[missingCodeOf(grid)] ?? 0,
    other: points[otherCodeOf(grid)] ?? 0,
    reason: `below_best_${id}`,
    reasonZh: `${name}未达到得分最高的一档`,
    reasonEn: `${name} is not in its best bin`,
  };
}

/** Special numbers are cut out of the ranges: from the number to the next that a double can hold. */
function rangeBins(grid: Grid, points: readonly number[]): readonly Bin[] {
  const ranges = rangesOf(grid);
  let bins: { from: number; points: number }[] = Array.from({ length: ranges }, (_, code) => ({
    from: code === 0 ? Number.NEGATIVE_INFINITY : (grid.cuts[code - 1] ?? 0),
    points: points[code] ?? 0,
  }));
  for (const [place, group] of grid.groups.entries()) {
    const special = Number(group);
    const around = bins.findLast(({ from }) => from <= special)?.points ?? 0;
    const after = nextDouble(special);
    bins = [
      ...bins.filter(({ from }) => from !== special),
      { from: special, points: points[ranges + place] ?? 0 },
      ...(bins.some(({ from }) => from === after) ? [] : [{ from: after, points: around }]),
    ].sort((a, b) => a.from - b.from);
  }
  const merged = bins.filter((bin, index) => bin.points !== bins[index - 1]?.points);
  return merged.map(({ from, points: given }, index) => {
    const next = merged[index + 1]?.from;
    return {
      ...(Number.isFinite(from) && { from }),
      ...(next !== undefined && { to: next }),
      points: given,
    };
  });
}

/** Words with the same points stand together, the best first. */
function wordBins(grid: Grid, points: readonly number[]): readonly Bin[] {
  const words = new Map<number, string[]>();
  for (const [place, word] of grid.groups.entries()) {
    const given = points[place] ?? 0;
    words.set(given, [...(words.get(given) ?? []), word]);
  }
  return [...words].sort(([a], [b]) => b - a).map(([given, is]) => ({ is, points: given }));
}

function idsOf(names: readonly string[]): readonly string[] {
  const ids: string[] = [];
  for (const name of names) {
    const stem =
      name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '_')
        .replace(/^_|_$/g, '') || 'fact';
    let id = stem;
    for (let number = 2; ids.includes(id); number += 1) id = `${stem}_${number}`;
    ids.push(id);
  }
  return ids;
}

const GRADES = ['A', 'B', 'C', 'D', 'E'];

/** Fifths of the way from the lowest total to the highest; the last grade begins at 0, or lower where totals do. */
function bandsOf(initial: number, indicators: readonly OpenIndicator[]): OpenCard['bands'] {
  const reach = indicators.reduce(
    (total, { bins, missing, other = missing }) =>
      total + Math.max(missing, other, ...bins.map(({ points }) => points)),
    0,
  );
  return GRADES.map((grade, place) => {
    const steps = GRADES.length - 1 - place;
    const from =
      steps === 0 ? Math.min(0, initial) : initial + Math.floor((reach * steps) / GRADES.length);
    return { grade, from };
  });
}
