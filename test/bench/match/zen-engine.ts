import type { Question } from '#domain/matching/question';
import type { Criterion, LeafCriterion } from '#domain/product/criterion';
import type { Product } from '#domain/product/product';
import { libraryOf } from '../score/engine.ts';
import type { MatchEngine } from './engine.ts';
import { spelled } from './plain-objects.ts';

type Library = {
  readonly ZenEngine: new () => {
    readonly createDecision: (graph: object) => {
      readonly evaluate: (facts: object) => Promise<{ readonly result: unknown }>;
    };
    readonly dispose: () => void;
  };
};

/** A decision table with a row per product, which gives those that fit. Undefined where zen-engine is not installed. */
export async function zenEngine(products: readonly Product[]): Promise<MatchEngine | undefined> {
  const library = await libraryOf<Library>('@gorules/zen-engine');
  if (!library) return undefined;
  const engine = new library.ZenEngine();
  const decision = engine.createDecision(graphOf(products));
  const run = (question: Question) => decision.evaluate(factsOf(question));
  return {
    name: '@gorules/zen-engine, those that fit',
    slow: true,
    products: products.length,
    run,
    answer: async (question) => {
      const { result } = await run(question);
      const rows = Array.isArray(result) ? result.map(({ row }) => Number(row)) : [];
      return { kind: 'fits', fits: products.map((_, row) => rows.includes(row)) };
    },
    close: () => engine.dispose(),
  };
}

function graphOf(products: readonly Product[]): object {
  const cells = products.map(cellsOf);
  const columns = [...new Set(cells.flatMap((row) => Object.keys(row)))];
  const node = (id: string, type: string, content?: object) => ({
    id,
    name: id,
    type,
    position: { x: 0, y: 0 },
    ...(content && { content }),
  });
  const edge = (sourceId: string, targetId: string) => ({
    id: `${sourceId}-${targetId}`,
    type: 'edge',
    sourceId,
    targetId,
  });
  return {
    nodes: [
      node('need', 'inputNode'),
      node('products', 'decisionTableNode', {
        hitPolicy: 'collect',
        inputs: columns.map((id) => ({ id, name: id, field: '' })),
        outputs: [{ id: 'row', name: 'row', field: 'row' }],
        rules: cells.map((row, number) => ({
          _id: String(number),
          ...Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])),
          row: String(number),
        })),
      }),
      node('fits', 'outputNode'),
    ],
    edges: [edge('need', 'products'), edge('products', 'fits')],
  };
}

/** What nobody knows is null, which no expression may take for a yes. */
function factsOf({ need, applicant: { facts }, fixing, asOf }: Question): object {
  const ceiling = need.rateCeiling ?? Number.MAX_SAFE_INTEGER;
  const known = (name: keyof typeof facts) => facts[name] ?? null;
  return {
    points: known('points'),
    grade: known('grade'),
    age_months: known('age_months'),
    sales_12m_fen: known('sales_12m_fen'),
    insured_headcount: known('insured_headcount'),
    penalties_serious_36m: known('penalties_serious_36m'),
    existing_loans_fen: known('existing_loans_fen'),
    existing_lenders: known('existing_lenders'),
    tax_grade: known('tax_grade'),
    size: known('size'),
    lists: known('lists'),
    collateral_value_fen: known('collateral_value_fen'),
    industry: typeof facts.industry === 'string' ? spelled(facts.industry) : null,
    place: need.district ?? known('district'),
    day: Date.parse(asOf),
    principal: need.principal,
    term: need.term,
    purpose: need.purpose,
    guarantees: need.guarantees,
    repayment: need.repayment ?? null,
    fixed: ceiling,
    lpr1Y: ceiling - (fixing?.rates['1Y'] ?? 0),
    lpr5Y: ceiling - (fixing?.rates['5Y'] ?? 0),
  };
}

const list = (values: readonly string[]) => JSON.stringify(values);
const within = (fact: string, prefixes: readonly string[]) =>
  `(${prefixes.map((prefix) => `startsWith(${fact}, "${prefix}")`).join(' or ')})`;
const coarser = (fact: string, prefixes: readonly string[]) =>
  `(${prefixes.map((prefix) => `startsWith("${prefix}", ${fact})`).join(' or ')})`;
const known = (fact: string, expression: string) => `${fact} != null and ${expression}`;

function cellsOf(product: Product): Readonly<Record<string, string>> {
  const { principal, term, pricing, validFrom, validTo, districts = [] } = product;
  const price = pricing.kind === 'lpr' ? `lpr${pricing.tenor}` : 'fixed';
  const until = validTo ? ` and day <= ${Date.parse(validTo)}` : '';
  return {
    product_listed:
      product.status === 'listed' ? `day >= ${Date.parse(validFrom)}${until}` : 'day < 0',
    region: known('place', within('place', districts)),
    principal: `principal >= ${principal.min} and principal <= ${principal.max}`,
    term: `term >= ${term.min} and term <= ${term.max}`,
    purpose: `purpose in ${list(product.purposes)}`,
    guarantee: `some(guarantees, # in ${list(product.guarantees)})`,
    repayment: `repayment == null or repayment in ${list(product.repayments)}`,
    rate_ceiling: `${price} >= ${pricing.min}`,
    ...Object.fromEntries(
      product.eligibility.map((criterion) =>
        'fact' in criterion ? [criterion.fact, holds(criterion)] : ['any', anyHolds(criterion)],
      ),
    ),
  };
}

/** The made city's criteria are leaves, and `any` of leaves. */
function anyHolds(criterion: Criterion): string {
  if (!('any' in criterion)) throw new Error('The made city asks no such criterion.');
  return criterion.any.map((part) => ('fact' in part ? `(${holds(part)})` : 'false')).join(' or ');
}

function holds(leaf: LeafCriterion): string {
  const { fact } = leaf;
  if ('is' in leaf) return known(fact, `${fact} == ${leaf.is}`);
  if ('atLeast' in leaf || 'atMost' in leaf)
    return known(
      fact,
      'atLeast' in leaf ? `${fact} >= ${leaf.atLeast}` : `${fact} <= ${leaf.atMost}`,
    );
  const inside = 'in' in leaf && leaf.in ? [isAmong(fact, leaf.in)] : [];
  const outside = 'except' in leaf && leaf.except ? [`not ${isAmong(fact, leaf.except)}`] : [];
  const sure =
    fact === 'industry' && 'except' in leaf && leaf.except
      ? [`not ${coarser(fact, leaf.except)}`]
      : [];
  return known(fact, [...inside, ...outside, ...sure].join(' and '));
}

function isAmong(fact: string, values: readonly string[]): string {
  if (fact === 'industry') return within(fact, values.map(spelled));
  return fact === 'lists'
    ? `(${values.map((value) => `"${value}" in lists`).join(' or ')})`
    : `(${fact} in ${list(values)})`;
}
