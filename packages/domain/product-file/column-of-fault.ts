import { productColumn } from './columns.ts';

/**
 * The id of the column at fault, of a refusal that names a place in the product: `principal.max`,
 * `eligibility[2].atMost`, `guarantees.1`. `criteria`: the columns that the criteria came from.
 */
export function columnOfFault(
  field: string | undefined,
  criteria: readonly string[],
): string | undefined {
  const [root = '', ...path] = (field ?? '').replace(/\[(\d+)\]/g, '.$1').split('.');
  if (root === 'eligibility') return criteria[Number(path[0])] ?? 'eligibility';
  if (root === 'pricing' && path[0] !== 'min' && path[0] !== 'max') return 'pricing.kind';
  const inner = `${root}.${path[0] ?? ''}`;
  return productColumn(inner)?.id ?? productColumn(root)?.id;
}

/** `principal` of `principal.max`: what is checked together. */
export const rootOf = (column: string): string => column.split('.')[0] ?? column;
