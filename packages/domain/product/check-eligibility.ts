import type { Refusal } from '../refusal.ts';
import { sortedJson } from '../sorted-json.ts';
import { badList, repeated } from './bounds.ts';
import { checkLeaf } from './check-leaf.ts';
import { type Criterion, MAX_CRITERIA, MAX_CRITERION_DEPTH } from './criterion.ts';
import { findContradiction } from './find-contradiction.ts';
import type { ProductTerms } from './product.ts';

/**
 * In order: more than MAX_CRITERIA (too_long); then as they are written: criteria more than MAX_CRITERION_DEPTH levels
 * within one another (out_of_range), no criterion in an all or any (required), one that stands beside itself
 * (repeated), what `checkLeaf` refuses; and where nothing of that is found, two places of which no firm can meet
 * both (contradiction). Faults are placed as `eligibility[2].any[0].atMost`.
 */
export function checkEligibility(
  product: Pick<ProductTerms, 'eligibility' | 'districts'>,
): readonly Refusal[] {
  const { eligibility } = product;
  const count = eligibility.reduce((sum, criterion) => sum + leavesOf(criterion), 0);
  if (count > MAX_CRITERIA)
    return [
      {
        code: 'too_long',
        field: 'eligibility',
        expected: `at most ${MAX_CRITERIA}`,
        actual: String(count),
      },
    ];
  const faults = checkEach(eligibility, 'eligibility', 1);
  if (faults.length > 0) return faults;
  const contradiction = findContradiction(product);
  return contradiction ? [contradiction] : [];
}

function leavesOf(criterion: Criterion): number {
  if ('fact' in criterion) return 1;
  if ('not' in criterion) return leavesOf(criterion.not);
  const parts = 'all' in criterion ? criterion.all : criterion.any;
  return parts.reduce((sum, part) => sum + leavesOf(part), 0);
}

function checkEach(
  criteria: readonly Criterion[],
  place: string,
  level: number,
): readonly Refusal[] {
  const seen = new Map<string, string>();
  return criteria.flatMap((criterion, index) => {
    const at = `${place}[${index}]`;
    const content = sortedJson(criterion);
    const before = seen.get(content);
    if (before !== undefined) return [repeated(at, before)];
    seen.set(content, at);
    return checkOne(criterion, at, level);
  });
}

function checkOne(criterion: Criterion, place: string, level: number): readonly Refusal[] {
  if (level > MAX_CRITERION_DEPTH)
    return [
      {
        code: 'out_of_range',
        field: place,
        expected: `at most ${MAX_CRITERION_DEPTH} levels`,
        actual: String(level),
      },
    ];
  if ('fact' in criterion) return checkLeaf(criterion, place);
  if ('not' in criterion) return checkOne(criterion.not, `${place}.not`, level + 1);
  const [part, criteria] =
    'all' in criterion ? (['all', criterion.all] as const) : (['any', criterion.any] as const);
  return criteria.length === 0
    ? badList(`${place}.${part}`, criteria, MAX_CRITERIA)
    : checkEach(criteria, `${place}.${part}`, level + 1);
}
