import fc from 'fast-check';
import { assert } from '#domain/assert';
import { namesIn } from '#domain/names-in';
import { type Criterion, MAX_CRITERION_DEPTH } from '#domain/product/criterion';
import {
  type EligibilityFactName,
  eligibilityFact,
  eligibilityFactNames,
} from '#domain/product/eligibility-facts';
import type { Fee, PriceTier, Pricing, Product, ProductTerms } from '#domain/product/product';
import {
  documentKinds,
  feeCycles,
  feeKinds,
  feeMethods,
  feePayers,
  guaranteeKinds,
  limitKinds,
  productFeatures,
  productKinds,
  purposeKinds,
  repaymentKinds,
} from '#domain/product/vocabulary';
import { months } from '#domain/time';
import { day, money, range, rate, some, told } from './arbitrary-values.ts';
import { aProduct } from './builders.ts';

const oneOf = <Words extends object>(words: Words) => fc.constantFrom(...namesIn(words));

const prefixes = {
  industry: ['C', 'C39', '3921', 'E47', 'F51', 'F5143', 'I', 'J', 'J66', 'K70'],
  district: ['32', '3205', '320505', '320508', '320594'],
} as const;

/** What the numbers of a made-up firm lie among, so that criteria split firms. */
const greatest = { points: 1000, fen: 2_000_000_000, bp: 10_000, months: 300, days: 400 } as const;
const greatestOf = (unit: string): number =>
  Object.entries(greatest).find(([of]) => of === unit)?.[1] ?? 50;

function anyNumber(fact: EligibilityFactName): fc.Arbitrary<Criterion> {
  const most = greatestOf(eligibilityFact(fact).unit);
  const value = fc.integer({ min: 0, max: most });
  return fc.oneof(
    value.map((atLeast) => ({ fact, atLeast })),
    value.map((atMost) => ({ fact, atMost })),
    range(value).map(({ min, max }) => ({ fact, atLeast: min, atMost: max })),
  );
}

/** Of a tree, `except` lies within `in` or beside it and never covers it. */
function anyTree(fact: 'industry' | 'district'): fc.Arbitrary<Criterion> {
  const list = some(prefixes[fact], 4);
  return fc.oneof(
    list.map((within) => ({ fact, in: within })),
    list.map((except) => ({ fact, except })),
    fact === 'industry'
      ? fc.constant({ fact, in: ['C', 'F51'], except: ['C39', 'F5143'] })
      : fc.constant({ fact, in: ['3205'], except: ['320594'] }),
  );
}

function anyMember(fact: EligibilityFactName, choices: readonly string[]): fc.Arbitrary<Criterion> {
  const list = some(choices, choices.length - 1);
  return fc.oneof(
    list.map((within) => ({ fact, in: within })),
    list.map((except) => ({ fact, except })),
  );
}

/** One lawful leaf on a fact. */
export function anyLeafOn(fact: EligibilityFactName): fc.Arbitrary<Criterion> {
  const { kind, choices } = eligibilityFact(fact);
  if (kind === 'number') return anyNumber(fact);
  if (kind === 'flag') return fc.boolean().map((is) => ({ fact, is }));
  if (fact === 'industry' || fact === 'district') return anyTree(fact);
  assert(choices !== undefined, `${fact} has choices`);
  return anyMember(fact, choices);
}

/** A criterion over these facts, each of them asked once, so that no two parts of it contradict one another. */
function anyCriterionOver(
  facts: readonly EligibilityFactName[],
  levels: number,
): fc.Arbitrary<Criterion> {
  const [first, ...rest] = facts;
  assert(first !== undefined, 'a criterion asks something');
  const leaf = anyLeafOn(first);
  if (levels === 1) return leaf;
  if (rest.length === 0) return fc.oneof(leaf, leaf, refused(leaf));
  const middle = Math.ceil(facts.length / 2);
  const within = (deeper: number) =>
    fc.tuple(
      anyCriterionOver(facts.slice(0, middle), deeper),
      anyCriterionOver(facts.slice(middle), deeper),
    );
  const all = within(levels - 1).map((parts) => ({ all: parts }));
  const any = within(levels - 1).map((parts) => ({ any: parts }));
  if (levels === 2) return fc.oneof(all, any);
  return fc.oneof(all, any, refused(within(levels - 2).map((parts) => ({ any: parts }))));
}

const refused = (criterion: fc.Arbitrary<Criterion>) => criterion.map((not) => ({ not }));

/** All of it lawful: some leaves, and some criteria of several parts; no fact is asked twice. */
export const anyEligibility: fc.Arbitrary<readonly Criterion[]> = fc
  .tuple(fc.shuffledSubarray([...eligibilityFactNames], { maxLength: 16 }), fc.nat(3))
  .chain(([facts, composed]) => {
    const groups = Array.from({ length: composed }, (_, group) =>
      facts.slice(group * 3, group * 3 + 3),
    ).filter((group) => group.length > 0);
    const single = facts.slice(composed * 3);
    return fc.tuple(
      ...groups.map((group) => anyCriterionOver(group, MAX_CRITERION_DEPTH)),
      ...single.map(anyLeafOn),
    );
  });

const anyFee: fc.Arbitrary<Fee> = fc
  .record({
    kind: oneOf(feeKinds),
    payer: oneOf(feePayers),
    payee: fc.constantFrom('融资担保公司', '评估机构'),
    cycle: oneOf(feeCycles),
    method: oneOf(feeMethods),
    cost: fc.oneof(
      rate(1, 300).map((of) => ({ rate: of })),
      money(1_000_000).map((amount) => ({ amount })),
    ),
  })
  .map(({ cost, ...fee }) => ({ ...fee, ...cost }));

const anyFees = fc.uniqueArray(anyFee, { maxLength: 3, selector: (fee) => JSON.stringify(fee) });

const anyFixed = range(rate(0, 2400)).map((ends): Pricing => ({ kind: 'fixed', ...ends }));
const anyLpr = (tenor: '1Y' | '5Y') =>
  range(rate(-400, 900)).map((ends): Pricing => ({ kind: 'lpr', tenor, ...ends }));

/** By the tenor that its terms allow. */
const anyPrice: fc.Arbitrary<Pick<ProductTerms, 'pricing' | 'term'>> = fc.oneof(
  fc.record({ pricing: anyFixed, term: range(fc.integer({ min: 1, max: 60 }).map(months)) }),
  fc.record({ pricing: anyLpr('1Y'), term: range(fc.integer({ min: 1, max: 60 }).map(months)) }),
  fc.record({ pricing: anyLpr('5Y'), term: range(fc.integer({ min: 13, max: 60 }).map(months)) }),
);

/** One tier for each of some grades: none covers another. */
const anyTiers: fc.Arbitrary<readonly PriceTier[]> = some(['A', 'B', 'C', 'D'] as const, 3).chain(
  (grades) =>
    fc.tuple(
      ...grades.map((grade) => range(rate(0, 900)).map((ends) => ({ ...ends, grades: [grade] }))),
    ),
);

const days = fc.integer({ min: 0, max: 60 });

type Varied = Required<Omit<ProductTerms, 'id' | 'bank' | 'name' | 'pricing' | 'term' | 'contact'>>;

const varied = told<Varied>(
  {
    kind: oneOf(productKinds),
    principal: range(money(1_000_000_000)),
    limit: oneOf(limitKinds),
    tiers: anyTiers,
    fees: anyFees,
    guarantees: some(namesIn(guaranteeKinds)),
    purposes: some(namesIn(purposeKinds)),
    repayments: some(namesIn(repaymentKinds)),
    documents: some(namesIn(documentKinds)),
    features: fc.subarray([...namesIn(productFeatures)]),
    districts: some(prefixes.district, 3),
    eligibility: anyEligibility,
    service: fc.record({ acceptDays: days, decisionDays: days, disburseDays: days }),
    validFrom: day(-400, 30),
    validTo: day(31, 400),
  },
  8,
);

/** Says nothing that contradicts itself: a feature goes with what it promises. */
const agreeing = (product: Product): Product => ({
  ...product,
  features: product.features.filter(
    (feature) =>
      (feature !== 'unsecured' || product.guarantees.includes('unsecured')) &&
      (feature !== 'renewal_without_repayment' ||
        product.repayments.includes('renewal_without_repayment')),
  ),
  ...(product.districts && {
    eligibility: product.eligibility.filter(
      (criterion) => !JSON.stringify(criterion).includes('"district"'),
    ),
  }),
});

/** Any product that `checkProduct` takes, mostly in the market. */
export const anyProduct: fc.Arbitrary<Product> = fc
  .tuple(
    varied,
    fc.option(anyPrice, { nil: undefined }),
    fc.constantFrom('listed' as const, 'listed' as const, 'listed' as const, 'suspended' as const),
  )
  .map(([terms, price, status]) => agreeing(aProduct({ ...terms, ...price, status })));

/** Up to thirty products, each with its own id, in any order. */
export const anyProducts: fc.Arbitrary<readonly Product[]> = fc
  .array(anyProduct, { maxLength: 30 })
  .map((products) =>
    products.map((product, index): Product => ({ ...product, id: `product_p${index}` })),
  );
