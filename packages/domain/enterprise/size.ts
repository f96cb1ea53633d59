import { type Fen, yuan } from '../money.ts';
import {
  type Size,
  type SizeBounds,
  type SizeClass,
  type SizeIndicator,
  sizeRows,
  sizeStandardVersion,
} from './size-standard.ts';

export type SizeQuestion = {
  /** GB/T 4754-2017: `C3921`, `F51`, or the digits alone. */
  readonly industry?: string;
  readonly employees?: number;
  /** Of the last year. */
  readonly revenue?: Fen;
  readonly assets?: Fen;
};

/** What one indicator was, and the size that it would allow alone. */
export type SizeGround = {
  readonly indicator: SizeIndicator;
  readonly value: number;
  readonly reaches: Size;
};

export type SizeAnswer =
  | {
      readonly size: Size;
      readonly class: SizeClass;
      readonly standard: string;
      readonly grounds: readonly SizeGround[];
    }
  | {
      readonly size: undefined;
      /** `industry` also where the code is too coarse to tell the class, e.g. `F`. */
      readonly missing: readonly ('industry' | SizeIndicator)[] | 'industry_not_covered';
    };

const sizes = ['large', 'medium', 'small', 'micro'] as const satisfies readonly Size[];
const indicators = ['employees', 'revenue', 'assets'] as const satisfies readonly SizeIndicator[];

/**
 * 企业划型 (工信部联企业〔2011〕300号): the largest size whose lower bounds are all met; a value equal to a
 * bound meets it. An indicator that is not known is never taken for zero: the answer names it instead.
 */
export function sizeOf(question: SizeQuestion): SizeAnswer {
  if (question.industry === undefined) return { size: undefined, missing: ['industry'] };
  const row = rowOf(question.industry);
  if (typeof row === 'string')
    return { size: undefined, missing: row === 'too_coarse' ? ['industry'] : row };
  const bounds: { readonly [Indicator in SizeIndicator]?: SizeBounds } = row.bounds;
  const missing: SizeIndicator[] = [];
  const grounds: SizeGround[] = [];
  for (const indicator of indicators) {
    const steps = bounds[indicator];
    if (!steps) continue;
    const value = question[indicator];
    if (value === undefined) missing.push(indicator);
    else grounds.push({ indicator, value, reaches: reaches(indicator, value, steps) });
  }
  if (missing.length > 0) return { size: undefined, missing };
  const size = sizes.findLast((candidate) => grounds.some((it) => it.reaches === candidate));
  return { size: size ?? 'micro', class: row.id, standard: sizeStandardVersion, grounds };
}

function reaches(
  indicator: SizeIndicator,
  value: number,
  [large, medium, small]: SizeBounds,
): Size {
  const meets = (bound: number) =>
    value >= (indicator === 'employees' ? bound : yuan(bound * 10_000));
  if (meets(large)) return 'large';
  if (meets(medium)) return 'medium';
  return meets(small) ? 'small' : 'micro';
}

const byLength = sizeRows
  .flatMap((row) => row.industries.map((industry: string) => ({ industry, row })))
  .toSorted((left, right) => right.industry.length - left.industry.length);

function rowOf(code: string) {
  const industry = withSection(code);
  const match = byLength.find((candidate) => industry?.startsWith(candidate.industry));
  if (match) return match.row;
  const coarse = industry !== undefined && byLength.some((it) => it.industry.startsWith(industry));
  return coarse ? 'too_coarse' : 'industry_not_covered';
}

/** The last division (大类) of each section, GB/T 4754-2017 (domain.md C4). */
const lastDivisions = [
  ['A', 5],
  ['B', 12],
  ['C', 43],
  ['D', 46],
  ['E', 50],
  ['F', 52],
  ['G', 60],
  ['H', 62],
  ['I', 65],
  ['J', 69],
  ['K', 70],
  ['L', 72],
  ['M', 75],
  ['N', 79],
  ['O', 82],
  ['P', 83],
  ['Q', 85],
  ['R', 90],
  ['S', 96],
  ['T', 97],
] as const satisfies readonly (readonly [section: string, lastDivision: number])[];

/** `3921` and `C3921` → `C3921`; undefined where letter and digits contradict each other. */
function withSection(code: string): string | undefined {
  const [, letter = '', digits = ''] = /^([A-T]?)(\d{2,4})?$/.exec(code) ?? [];
  if (digits === '') return letter === '' ? undefined : letter;
  const division = Number(digits.slice(0, 2));
  const section = lastDivisions.find(([, last]) => division >= 1 && division <= last)?.[0];
  const agree = section !== undefined && (letter === '' || letter === section);
  return agree ? `${section}${digits}` : undefined;
}
