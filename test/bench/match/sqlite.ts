import { DatabaseSync } from 'node:sqlite';
import type { Question } from '#domain/matching/question';
import type { LeafCriterion } from '#domain/product/criterion';
import type { Product } from '#domain/product/product';
import { guaranteeKinds, purposeKinds, repaymentKinds } from '#domain/product/vocabulary';
import type { Answer, MatchEngine } from './engine.ts';
import { spelled } from './plain-objects.ts';

type Cell = string | number | null;

/** Lists of few words are bits, branches of a tree columns of their own: at most as many as the made city has. */
const BRANCHES = 6;
const choices: Readonly<Record<string, readonly string[]>> = {
  grade: ['A', 'B', 'C', 'D', 'E'],
  tax_grade: ['A', 'B', 'M', 'C', 'D'],
  size: ['large', 'medium', 'small', 'micro'],
  lists: [
    'recommended',
    'dishonest_debtor',
    'serious_dishonesty',
    'abnormal_operation',
    'attention',
  ],
  purpose: Object.keys(purposeKinds),
  guarantee: Object.keys(guaranteeKinds),
  repayment: Object.keys(repaymentKinds),
};
const bitsOf = (kind: string, values: readonly string[]): number =>
  values.reduce((bits, value) => bits | (1 << (choices[kind]?.indexOf(value) ?? 0)), 0);
const branches = (name: string) => Array.from({ length: BRANCHES }, (_, at) => `${name}${at}`);

const floors = ['points', 'age_months', 'sales_12m_fen', 'insured_headcount'] as const;
const ceilings = ['penalties_serious_36m', 'existing_loans_fen', 'existing_lenders'] as const;
const chosen = ['grade', 'tax_grade', 'size'] as const;

/** A prefix of the code is in the columns; unknown where the code is a prefix of one of them. */
const within = (code: string, columns: readonly string[]) =>
  `(CASE WHEN ${code} IS NULL THEN NULL WHEN ${columns
    .map((column) => `substr(${code}, 1, length(${column})) = ${column}`)
    .join(' OR ')} THEN 1 WHEN ${columns
    .map((column) => `substr(${column}, 1, length(${code})) = ${code}`)
    .join(' OR ')} THEN NULL ELSE 0 END)`;

/** By code: 1 yes, 0 no, NULL unknown; SQL's logic has three values of its own. */
const asks: Readonly<Record<string, string>> = {
  product_listed:
    "status = 'listed' AND valid_from <= :asOf AND (valid_to IS NULL OR :asOf <= valid_to)",
  region: within(':district', branches('district')),
  principal: ':principal BETWEEN principal_min AND principal_max',
  term: ':term BETWEEN term_min AND term_max',
  purpose: '(purposes & :purpose) <> 0',
  guarantee: '(guarantees & :guarantees) <> 0',
  repayment: ':repayment IS NULL OR (repayments & :repayment) <> 0',
  rate_ceiling:
    ":rateCeiling IS NULL OR max(0, rate_min + CASE price WHEN '1Y' THEN :lpr1 WHEN '5Y' THEN :lpr5 ELSE 0 END) <= :rateCeiling",
  ...Object.fromEntries(
    floors.map((fact) => [fact, `${fact}_min IS NULL OR :${fact} >= ${fact}_min`]),
  ),
  ...Object.fromEntries(
    ceilings.map((fact) => [fact, `${fact}_max IS NULL OR :${fact} <= ${fact}_max`]),
  ),
  ...Object.fromEntries(
    chosen.map((fact) => [fact, `${fact}_in IS NULL OR (${fact}_in & :${fact}) <> 0`]),
  ),
  industry: `(in0 IS NULL OR ${within(':industry', branches('in'))}) AND (ex0 IS NULL OR NOT ${within(':industry', branches('ex'))})`,
  lists: 'lists_except IS NULL OR (lists_except & :lists) = 0',
  any: 'collateral_min IS NULL OR :collateral_value_fen >= collateral_min OR (any_lists & :lists) <> 0',
};
const codes = Object.keys(asks);

/** A table of products with a column per ask; `reasons`: two bits an ask, else the verdict alone. */
export function sqlite(products: readonly Product[], reasons: boolean): MatchEngine {
  const store = new DatabaseSync(':memory:');
  const rows = products.map(rowOf);
  const columns = Object.keys(rows[0] ?? {});
  store.exec(`CREATE TABLE products (${columns.join(', ')})`);
  const put = store.prepare(`INSERT INTO products VALUES (${columns.map(() => '?').join(', ')})`);
  store.exec('BEGIN');
  for (const row of rows) put.run(...Object.values(row));
  store.exec('COMMIT');
  const told = reasons
    ? codes.map((code, at) => `(coalesce((${asks[code]}), 2) << ${2 * at})`).join(' | ')
    : codes.map((code) => `(${asks[code]})`).join(' AND ');
  const ask = store.prepare(`SELECT ${told} AS told FROM products ORDER BY rowid`);
  const run = (question: Question) => ask.all(cellsOf(question));
  return {
    name: 'node:sqlite',
    products: products.length,
    run,
    answer: (question) =>
      answerOf(
        run(question).map(({ told: one }) => one),
        reasons,
      ),
    close: () => store.close(),
  };
}

function answerOf(told: readonly unknown[], reasons: boolean): Answer {
  if (!reasons)
    return {
      kind: 'verdicts',
      verdicts: told.map((one) => (one === null ? 'unknown' : one === 1 ? 'yes' : 'no')),
    };
  return {
    kind: 'reasons',
    reasons: told.map((one) =>
      codes.flatMap((code, at) => {
        const truth = Number((BigInt(Number(one)) >> BigInt(2 * at)) & 3n);
        return truth === 1 ? [] : truth === 0 ? [code] : [`${code}?`];
      }),
    ),
  };
}

function rowOf(product: Product): Record<string, Cell> {
  const { principal, term, pricing, districts = [] } = product;
  const leaves = product.eligibility.filter((criterion) => 'fact' in criterion);
  const on = (fact: string) => leaves.find((leaf) => leaf.fact === fact);
  const several = product.eligibility.flatMap((criterion) =>
    'any' in criterion ? criterion.any.filter((part) => 'fact' in part) : [],
  );
  return {
    status: product.status,
    valid_from: product.validFrom,
    valid_to: product.validTo ?? null,
    ...spread('district', districts),
    principal_min: principal.min,
    principal_max: principal.max,
    term_min: term.min,
    term_max: term.max,
    purposes: bitsOf('purpose', product.purposes),
    guarantees: bitsOf('guarantee', product.guarantees),
    repayments: bitsOf('repayment', product.repayments),
    price: pricing.kind === 'lpr' ? pricing.tenor : null,
    rate_min: pricing.min,
    ...Object.fromEntries(floors.map((fact) => [`${fact}_min`, endOf(on(fact), 'atLeast')])),
    ...Object.fromEntries(ceilings.map((fact) => [`${fact}_max`, endOf(on(fact), 'atMost')])),
    ...Object.fromEntries(
      chosen.map((fact) => [`${fact}_in`, maskOf(fact, listOf(on(fact), 'in'))]),
    ),
    ...spread('in', (listOf(on('industry'), 'in') ?? []).map(spelled)),
    ...spread('ex', (listOf(on('industry'), 'except') ?? []).map(spelled)),
    lists_except: maskOf('lists', listOf(on('lists'), 'except')),
    collateral_min: endOf(
      several.find(({ fact }) => fact === 'collateral_value_fen'),
      'atLeast',
    ),
    any_lists: maskOf(
      'lists',
      listOf(
        several.find(({ fact }) => fact === 'lists'),
        'in',
      ),
    ),
  };
}

const spread = (name: string, values: readonly string[]) =>
  Object.fromEntries(branches(name).map((column, at) => [column, values[at] ?? null]));
const maskOf = (kind: string, list: readonly string[] | undefined) =>
  list ? bitsOf(kind, list) : null;

function endOf(leaf: LeafCriterion | undefined, end: 'atLeast' | 'atMost'): number | null {
  return leaf && ('atLeast' in leaf || 'atMost' in leaf) ? (leaf[end] ?? null) : null;
}

function listOf(leaf: LeafCriterion | undefined, which: 'in' | 'except') {
  return leaf && ('in' in leaf || 'except' in leaf) ? leaf[which] : undefined;
}

function cellsOf({ need, applicant: { facts }, fixing, asOf }: Question): Record<string, Cell> {
  const number = (told: unknown) => (typeof told === 'number' ? told : null);
  const bits = (kind: string, told: unknown) =>
    typeof told === 'string' ? bitsOf(kind, [told]) : null;
  return {
    asOf,
    district: need.district ?? (typeof facts.district === 'string' ? facts.district : null),
    principal: need.principal,
    term: need.term,
    purpose: bitsOf('purpose', [need.purpose]),
    guarantees: bitsOf('guarantee', need.guarantees),
    repayment: bits('repayment', need.repayment),
    rateCeiling: need.rateCeiling ?? null,
    lpr1: fixing?.rates['1Y'] ?? null,
    lpr5: fixing?.rates['5Y'] ?? null,
    ...Object.fromEntries([...floors, ...ceilings].map((fact) => [fact, number(facts[fact])])),
    collateral_value_fen: number(facts.collateral_value_fen),
    ...Object.fromEntries(chosen.map((fact) => [fact, bits(fact, facts[fact])])),
    industry: typeof facts.industry === 'string' ? spelled(facts.industry) : null,
    lists: Array.isArray(facts.lists) ? bitsOf('lists', facts.lists) : null,
  };
}
