import { criterionColumns } from './criterion-columns.ts';

/** What the cells of a row say, by the id of their column. */
export type Entries = ReadonlyMap<string, unknown>;

/** A product as it is sent over HTTP, to be parsed; and the column of each of its criteria, in their order. */
export type ProductBody = {
  readonly body: Readonly<Record<string, unknown>>;
  readonly criteria: readonly string[];
};

/** Criteria that have columns first, by their facts in the order of the columns; then those that are JSON. */
export function productBody(entries: Entries): ProductBody {
  const body: Record<string, unknown> = { fees: [], documents: [], features: [] };
  const inner = new Map<string, Record<string, unknown>>();
  for (const [id, value] of entries) {
    const [root = '', leaf] = id.split('.');
    if (root === 'eligibility') continue;
    if (leaf === undefined) body[root] = value;
    else inner.set(root, { ...inner.get(root), [leaf]: value });
  }
  const { eligibility, criteria } = eligibilityOf(entries);
  return {
    body: {
      ...body,
      ...Object.fromEntries(inner),
      ...pricingOf(inner.get('pricing')),
      eligibility,
    },
    criteria,
  };
}

/** `lpr_1y` is a price on the one-year LPR. */
function pricingOf(told: Record<string, unknown> | undefined) {
  if (!told) return {};
  const { kind, ...ends } = told;
  if (kind === 'lpr_1y') return { pricing: { kind: 'lpr', tenor: '1Y', ...ends } };
  if (kind === 'lpr_5y') return { pricing: { kind: 'lpr', tenor: '5Y', ...ends } };
  return { pricing: told };
}

function eligibilityOf(entries: Entries) {
  const byFact = new Map<string, { readonly column: string; readonly leaf: object }>();
  for (const { id, criterion } of criterionColumns) {
    if (!criterion || !entries.has(id)) continue;
    const { fact, side } = criterion;
    const before = byFact.get(fact);
    byFact.set(fact, {
      column: before?.column ?? id,
      leaf: { fact, ...before?.leaf, [side]: entries.get(id) },
    });
  }
  const written = entries.get('eligibility');
  const further: readonly unknown[] = Array.isArray(written) ? written : [];
  const columns = [...byFact.values()];
  return {
    eligibility: [...columns.map(({ leaf }) => leaf), ...further],
    criteria: [...columns.map(({ column }) => column), ...further.map(() => 'eligibility')],
  };
}
