import type { Refusal } from '../refusal.ts';
import { clashOf } from './clash.ts';
import type { Criterion } from './criterion.ts';
import type { Demand } from './demand.ts';
import type { ProductTerms } from './product.ts';

type Part = { readonly criterion: Criterion; readonly holds: boolean; readonly place: string };
/** One of the parts has to hold. */
type Choice = { readonly parts: readonly Part[]; readonly place: string };
type Demands = { readonly demands: readonly Demand[]; readonly choices: readonly Choice[] };

/**
 * Two places of which no firm can meet both: the later is refused, the earlier is what it contradicts. Whatever must
 * hold together is compared, through `all`, `not` and the districts of the product; an `any` contradicts what stands
 * around it where each of its parts does. That two `any` exclude one another is not looked for: such a product
 * refuses every firm and says why.
 */
export function findContradiction({
  eligibility,
  districts,
}: Pick<ProductTerms, 'eligibility' | 'districts'>): Refusal | undefined {
  const scope: readonly Demand[] = districts
    ? [{ leaf: { fact: 'district', in: districts }, holds: true, place: 'districts' }]
    : [];
  const asked = together(
    eligibility.map((criterion, index) => ({
      criterion,
      holds: true,
      place: `eligibility[${index}]`,
    })),
  );
  return contradictionIn({ ...asked, demands: [...scope, ...asked.demands] }, []);
}

function contradictionIn(
  { demands, choices }: Demands,
  around: readonly Demand[],
): Refusal | undefined {
  const all = [...around, ...demands];
  return (
    clashOf(all) ??
    choices.map((choice) => impossible(choice, all)).find((found) => found !== undefined)
  );
}

/** Where every part of a choice contradicts what must hold around it. */
function impossible({ parts, place }: Choice, around: readonly Demand[]): Refusal | undefined {
  const clashes = parts.map((part) => contradictionIn(demandsOf(part), around));
  const [first] = clashes;
  return first && clashes.every((clash) => clash !== undefined)
    ? { ...first, field: place }
    : undefined;
}

function together(parts: readonly Part[]): Demands {
  const each = parts.map(demandsOf);
  return {
    demands: each.flatMap(({ demands }) => demands),
    choices: each.flatMap(({ choices }) => choices),
  };
}

/** Not all of them is one of them not, and none of them is each of them not (De Morgan). */
function demandsOf({ criterion, holds, place }: Part): Demands {
  if ('fact' in criterion) return { demands: [{ leaf: criterion, holds, place }], choices: [] };
  if ('not' in criterion)
    return demandsOf({ criterion: criterion.not, holds: !holds, place: `${place}.not` });
  const [name, criteria] =
    'all' in criterion ? (['all', criterion.all] as const) : (['any', criterion.any] as const);
  const parts = criteria.map((part, index) => ({
    criterion: part,
    holds,
    place: `${place}.${name}[${index}]`,
  }));
  const isTogether = (name === 'all') === holds || parts.length === 1;
  return isTogether ? together(parts) : { demands: [], choices: [{ parts, place }] };
}
