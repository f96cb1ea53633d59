import type { LeafCriterion, MemberCriterion, RangeCriterion } from '../product/criterion.ts';
import type { Finding, Gap } from './matching.ts';
import { trees } from './tree.ts';

type Required = Finding['required'];
/** What so many products ask, who lack nothing else. */
export type Wanted = { readonly required: Required; readonly products: number };

/**
 * The one thing that opens most: of a fact that is one of several, the value that most would take; else what most ask.
 * `products` counts all that it opens: 700 points also open what asks 650. Ties go by the first product's id.
 */
export function wouldOpen(wanted: readonly Wanted[]): Gap['would'] {
  const candidates = wanted.some(({ required }) => isMember(required))
    ? wanted.flatMap(({ required }) => (isMember(required) ? valuesOf(required) : [required]))
    : [mostAsked(wanted)].filter((required) => required !== undefined);
  let most: Gap['would'];
  for (const required of candidates) {
    const products = wanted.reduce(
      (all, one) => all + (opens(required, one.required) ? one.products : 0),
      0,
    );
    if (most === undefined || products > most.products) most = { required, products };
  }
  return most;
}

const valuesOf = (criterion: MemberCriterion): readonly Required[] =>
  criterion.in?.map((value) => ({ fact: criterion.fact, in: [value] })) ?? [criterion];

function mostAsked(wanted: readonly Wanted[]): Required | undefined {
  const sums = new Map<string, Wanted>();
  for (const { required, products } of wanted) {
    const key = JSON.stringify(required);
    sums.set(key, { required, products: (sums.get(key)?.products ?? 0) + products });
  }
  let most: Wanted | undefined;
  for (const sum of sums.values())
    if (most === undefined || sum.products > most.products) most = sum;
  return most?.required;
}

/** Whether who has just what is offered has what is required. */
function opens(offered: Required, required: Required): boolean {
  if (isRange(offered) && isRange(required)) return within(offered, required);
  if (isMember(offered) && isMember(required)) {
    const [value] = offered.in ?? [];
    if (value !== undefined) return holds(value, required);
  }
  return JSON.stringify(offered) === JSON.stringify(required);
}

const within = (
  offered: RangeCriterion,
  { atLeast = -Infinity, atMost = Infinity }: RangeCriterion,
) =>
  [offered.atLeast, offered.atMost].every(
    (end) => end === undefined || (end >= atLeast && end <= atMost),
  );

function holds(value: string, { fact, in: within, except }: MemberCriterion): boolean {
  const at = trees[fact]?.(value);
  const lies = (values: readonly string[]) =>
    at ? values.some((branch) => at(branch) === 'yes') : values.includes(value);
  return (within === undefined || lies(within)) && (except === undefined || !lies(except));
}

const isLeaf = (required: Required): required is LeafCriterion =>
  typeof required === 'object' && !Array.isArray(required) && 'fact' in required;
const isMember = (required: Required): required is MemberCriterion =>
  isLeaf(required) && ('in' in required || 'except' in required);
const isRange = (required: Required): required is RangeCriterion =>
  isLeaf(required) && ('atLeast' in required || 'atMost' in required);
