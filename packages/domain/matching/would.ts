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
  const members = wanted.map(({ required }) => required).filter(isMember);
  const asked = members.length > 0 ? valuesOf(members) : [mostAsked(wanted)];
  let most: Gap['would'];
  for (const required of asked) {
    if (required === undefined) continue;
    const opens = openedBy(required);
    let products = 0;
    for (const one of wanted) if (opens(one.required)) products += one.products;
    if (most === undefined || products > most.products) most = { required, products };
  }
  return most;
}

/** Each value once: products ask for the same ones in many lists. */
function valuesOf(members: readonly MemberCriterion[]): readonly Required[] {
  const [first] = members;
  const values = [...new Set(members.flatMap((member) => member.in ?? []))];
  if (!first || values.length === 0) return members.slice(0, 1);
  return values.map((value) => ({ fact: first.fact, in: [value] }));
}

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
function openedBy(offered: Required): (required: Required) => boolean {
  const [value] = isMember(offered) ? (offered.in ?? []) : [];
  if (isMember(offered) && value !== undefined) return holding(offered.fact, value);
  const text = JSON.stringify(offered);
  return (required) =>
    isRange(offered) && isRange(required)
      ? within(offered, required)
      : JSON.stringify(required) === text;
}

const within = (
  offered: RangeCriterion,
  { atLeast = -Infinity, atMost = Infinity }: RangeCriterion,
) =>
  [offered.atLeast, offered.atMost].every(
    (end) => end === undefined || (end >= atLeast && end <= atMost),
  );

function holding(fact: MemberCriterion['fact'], value: string) {
  const at = trees[fact]?.(value);
  const lies = (values: readonly string[]) =>
    at ? values.some((branch) => at(branch) === 'yes') : values.includes(value);
  return (required: Required): boolean =>
    isMember(required) &&
    (required.in === undefined || lies(required.in)) &&
    (required.except === undefined || !lies(required.except));
}

const isLeaf = (required: Required): required is LeafCriterion =>
  typeof required === 'object' && !Array.isArray(required) && 'fact' in required;
const isMember = (required: Required): required is MemberCriterion =>
  isLeaf(required) && ('in' in required || 'except' in required);
const isRange = (required: Required): required is RangeCriterion =>
  isLeaf(required) && ('atLeast' in required || 'atMost' in required);
