import type { Question } from '#domain/matching/question';
import type { Criterion, LeafCriterion } from '#domain/product/criterion';
import type { Product } from '#domain/product/product';
import { libraryOf } from '../score/engine.ts';
import type { MatchEngine } from './engine.ts';
import { inDivision, leafTruth } from './plain-objects.ts';

type Condition = object;
/** A value with a `fact` would be taken for that fact. */
type Held = { readonly leaf: LeafCriterion };
type Event = { readonly type: string; readonly params: { readonly row: number } };
type Engine = {
  readonly addOperator: (name: string, holds: (told: unknown, asked: never) => boolean) => void;
  readonly run: (facts: object) => Promise<{ readonly events: readonly Event[] }>;
};
type Library = {
  readonly Engine: new (
    rules: readonly object[],
    options: { readonly allowUndefinedFacts: boolean },
  ) => Engine;
};

/** For each product and ask a rule that fires where it is not met, and one where nobody knows. Undefined where json-rules-engine is not installed. */
export async function rulesEngine(products: readonly Product[]): Promise<MatchEngine | undefined> {
  const library = await libraryOf<Library>('json-rules-engine');
  if (!library) return undefined;
  const engine = new library.Engine(products.flatMap(rulesOf), { allowUndefinedFacts: true });
  // What it has no operator for: trees, and lists of which one value suffices.
  engine.addOperator('fails', (told, { leaf }: Held) => leafTruth(leaf, told) === 0);
  engine.addOperator('unsure', (told, { leaf }: Held) => leafTruth(leaf, told) === 1);
  engine.addOperator('beyond', (told, areas: readonly string[]) => inDivision(told, areas) === 0);
  engine.addOperator('vague', (told, areas: readonly string[]) => inDivision(told, areas) === 1);
  engine.addOperator('none', (told, taken: readonly string[]) =>
    Array.isArray(told) ? !told.some((one) => taken.includes(one)) : false,
  );
  const run = (question: Question) => engine.run(factsOf(question));
  return {
    name: 'json-rules-engine',
    slow: true,
    products: products.length,
    run,
    answer: async (question) => {
      const reasons = products.map((): string[] => []);
      for (const { type, params } of (await run(question)).events) reasons[params.row]?.push(type);
      return { kind: 'reasons', reasons };
    },
  };
}

/** What is asked of the need stands under names of its own; a rate under each fixing. */
function factsOf({ need, applicant, fixing, asOf }: Question): object {
  const ceiling = need.rateCeiling ?? Number.MAX_SAFE_INTEGER;
  return {
    ...applicant.facts,
    asOf: Date.parse(asOf),
    place: need.district ?? applicant.facts.district,
    principal: need.principal,
    term: need.term,
    purpose: need.purpose,
    guarantees: need.guarantees,
    repayment: need.repayment ? [need.repayment] : undefined,
    fixed: ceiling,
    '1Y': ceiling - (fixing?.rates['1Y'] ?? 0),
    '5Y': ceiling - (fixing?.rates['5Y'] ?? 0),
  };
}

const is = (fact: string, operator: string, value: unknown): Condition => ({
  fact,
  operator,
  value,
});
const outside = (fact: string, min: number, max: number): Condition => ({
  any: [is(fact, 'lessThan', min), is(fact, 'greaterThan', max)],
});

function rulesOf(product: Product, row: number): readonly object[] {
  const { principal, term, pricing, validFrom, validTo, districts = [] } = product;
  const rule = (type: string, condition: Condition) => ({
    conditions: { all: [condition] },
    event: { type, params: { row } },
  });
  const from = product.status === 'listed' ? Date.parse(validFrom) : Infinity;
  const price = pricing.kind === 'lpr' ? pricing.tenor : 'fixed';
  return [
    rule('product_listed', outside('asOf', from, validTo ? Date.parse(validTo) : Infinity)),
    rule('region', is('place', 'beyond', districts)),
    rule('region?', is('place', 'vague', districts)),
    rule('principal', outside('principal', principal.min, principal.max)),
    rule('term', outside('term', term.min, term.max)),
    rule('purpose', is('purpose', 'notIn', product.purposes)),
    rule('guarantee', is('guarantees', 'none', product.guarantees)),
    rule('repayment', is('repayment', 'none', product.repayments)),
    rule('rate_ceiling', is(price, 'lessThan', pricing.min)),
    ...product.eligibility.flatMap((criterion) => {
      const code = 'fact' in criterion ? criterion.fact : 'any';
      return [rule(code, fails(criterion)), rule(`${code}?`, unsure(criterion))];
    }),
  ];
}

/** The made city's criteria are leaves, and `any` of leaves. */
function fails(criterion: Criterion): Condition {
  if ('any' in criterion) return { all: criterion.any.map(fails) };
  if (!('fact' in criterion)) throw new Error('The made city asks no such criterion.');
  if ('atLeast' in criterion || 'atMost' in criterion)
    return outside(criterion.fact, criterion.atLeast ?? -Infinity, criterion.atMost ?? Infinity);
  return is(criterion.fact, 'fails', { leaf: criterion });
}

function unsure(criterion: Criterion): Condition {
  if ('fact' in criterion) return is(criterion.fact, 'unsure', { leaf: criterion });
  if (!('any' in criterion)) throw new Error('The made city asks no such criterion.');
  return {
    all: [
      { any: criterion.any.map(unsure) },
      ...criterion.any.map((part) => ({ any: [fails(part), unsure(part)] })),
    ],
  };
}
