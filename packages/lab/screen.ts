import { aucOf } from '#domain/scoring/monitoring/auc';
import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { codedOf } from './additive.ts';
import { type CoarseRules, coarseRules } from './coarse-bins.ts';
import { type GridRules, gridOf, missingCodeOf } from './grid.ts';
import { type Column, columnOf, type RawTable } from './table.ts';
import { countsOf, type WoeTerm, woeTermOf } from './woe-term.ts';

/** Why a column is no candidate; each by a rule below that knows no data set. */
export type AsideReason =
  | 'dropped'
  | 'constant'
  | 'identifier'
  | 'words_all_rare'
  | 'repeats'
  | 'leak_separates'
  | 'leak_filled_in';

export type SetAside = {
  readonly column: string;
  readonly reason: AsideReason;
  /** Of the column alone, or the column that it repeats. */
  readonly auc?: number;
  readonly iv?: number;
  readonly repeats?: string;
};

export type Screened = {
  readonly candidates: readonly Column[];
  readonly setAside: readonly SetAside[];
};

/** By hand: these columns whatever the rules say, those not. */
export type ByHand = { readonly keep: readonly string[]; readonly drop: readonly string[] };

/** Words that differ on more than this share of the rows are names. */
const MAX_DISTINCT = 0.5;
/** Whole numbers of one length, so long or longer and never twice, are numbers of files or accounts. */
const MIN_NUMBER_DIGITS = 5;
/** One column that alone parts goods from bads like this was known only with the outcome. */
export const LEAK_AUC = 0.97;
/** Or being filled in, or left empty, holds this share of the bads and next to no goods. */
const LEAK_SHARE = 0.5;
const LEAK_PURITY = 0.99;
/** Bins without goods or without bads are what a leak looks like. */
const LEAK_RULES: CoarseRules = { ...coarseRules, minOfEach: 0 };
/** Fewer rows prove neither. */
const MIN_ROWS = 50;

/** Divides the columns beside the target into candidates and those set aside, with the reason of each. */
export function screen(
  table: RawTable,
  target: string,
  outcomes: Outcomes,
  rules: GridRules,
  { keep, drop }: ByHand,
): Screened {
  const candidates: Column[] = [];
  const setAside: SetAside[] = [];
  const seen = new Map<string, string>();
  for (const name of table.columns) {
    if (name === target) continue;
    const column = columnOf(table, name);
    const found = drop.includes(name)
      ? ({ column: name, reason: 'dropped' } as const)
      : keep.includes(name)
        ? undefined
        : judge(column, outcomes, rules, seen);
    if (found) setAside.push(found);
    else candidates.push(column);
  }
  return { candidates, setAside };
}

function judge(
  column: Column,
  outcomes: Outcomes,
  rules: GridRules,
  seen: Map<string, string>,
): SetAside | undefined {
  const { name } = column;
  const given = column.cells.filter((cell) => cell !== '');
  const distinct = new Set(given).size;
  if (distinct === 0 || (distinct === 1 && given.length === column.cells.length))
    return { column: name, reason: 'constant' };
  if (isIdentifier(column, given, distinct)) return { column: name, reason: 'identifier' };
  const rows = [...outcomes.keys()];
  const coded = codedOf(column, gridOf(column, rows, rules));
  if (column.kind === 'choice' && coded.grid.groups.length === 0)
    return { column: name, reason: 'words_all_rare' };
  const leak = leakOf(woeTermOf(coded, outcomes, rows, LEAK_RULES), coded.codes, outcomes);
  if (leak) return { column: name, ...leak };
  const order = orderOf(column);
  const repeats = seen.get(order);
  if (repeats !== undefined) return { column: name, reason: 'repeats', repeats };
  seen.set(order, name);
  return undefined;
}

function isIdentifier(column: Column, given: readonly string[], distinct: number): boolean {
  if (given.length < MIN_ROWS) return false;
  if (column.kind === 'choice') return distinct > given.length * MAX_DISTINCT;
  if (distinct < given.length) return false;
  const lengths = new Set(given.map((cell) => (/^\d+$/.test(cell) ? cell.length : 0)));
  const [length = 0] = lengths;
  return lengths.size === 1 && length >= MIN_NUMBER_DIGITS;
}

/** In coarse bins, so that a candidate is not suspected for what chance does in small ones. */
function leakOf(term: WoeTerm, codes: Uint16Array, outcomes: Outcomes) {
  if (outcomes.length < MIN_ROWS) return undefined;
  const risks = Float64Array.from(codes, (code) => -(term.woe[code] ?? 0));
  const { auc } = aucOf(risks, outcomes);
  const figures = { auc, iv: term.iv };
  if (auc >= LEAK_AUC) return { reason: 'leak_separates', ...figures } as const;
  const rows = [...outcomes.keys()];
  const empty = Uint16Array.from(codes, (code) => (code === missingCodeOf(term.grid) ? 1 : 0));
  const sides = countsOf(empty, outcomes, rows, 2);
  const bads = sides.reduce((total, side) => total + side.bads, 0);
  const tells = sides.some(
    (side) => side.bads >= bads * LEAK_SHARE && side.bads >= (side.bads + side.goods) * LEAK_PURITY,
  );
  return tells ? ({ reason: 'leak_filled_in', ...figures } as const) : undefined;
}

/** The same for columns that sort rows alike, up or down: months and days of a term. */
function orderOf(column: Column): string {
  if (column.kind === 'choice') return `c${column.cells.join('\u0000')}`;
  const sorted = [...new Set(column.numbers)]
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const ranks = new Map(sorted.map((value, rank) => [value, rank]));
  const first = column.numbers.find((value) => !Number.isNaN(value)) ?? 0;
  const falls = (ranks.get(first) ?? 0) * 2 > sorted.length - 1;
  const places = Array.from(column.numbers, (value) => {
    const rank = ranks.get(value);
    return rank === undefined ? '' : falls ? sorted.length - 1 - rank : rank;
  });
  return `n${places.join(',')}`;
}
