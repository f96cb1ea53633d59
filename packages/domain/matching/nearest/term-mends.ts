import { fen } from '../../money.ts';
import type { Product } from '../../product/product.ts';
import { purposeKinds } from '../../product/vocabulary.ts';
import { months } from '../../time.ts';
import { ratesFor } from '../expected-rate.ts';
import type { TermCode } from '../matching.ts';
import type { Question } from '../question.ts';
import { withinDivision } from '../tree.ts';
import { type Change, leverOf, type Situation } from './change.ts';
import type { FactMends } from './fact-mends.ts';

type Mends = (now: Question) => readonly Change[];
export type TermMends = Readonly<
  Record<TermCode, { readonly mends: Mends; readonly levers: readonly string[] }>
>;

/** What nothing that a firm does soon can change: the answer names it. */
const FIXED = { mends: () => [], levers: [] } as const;

/** What moves each term. Where a product asks for a range the nearer end is enough, and between two tiers their ends. */
export function termMends(product: Product, situation: Situation, facts: FactMends): TermMends {
  const { question } = situation;
  const { need } = question;
  const always = (changes: readonly Change[]) => ({
    mends: () => changes,
    levers: changes.map(leverOf),
  });
  const principals = principalsOf(product, question);
  const ceilings = ceilingsOf(product, question);
  const places = placesOf(product, question);
  return {
    hard_stop: FIXED,
    enterprise_operating: FIXED,
    product_listed: always(facts.waits),
    audience: always(audiencesOf(product, question)),
    region: {
      mends: (now) => [
        ...places,
        ...(need.district === undefined ? facts.of('district', now) : []),
      ],
      levers: [...places.map(leverOf), ...facts.levers('district')],
    },
    principal: always(principals),
    term: always(
      [product.term.min, product.term.max]
        .filter((to) => to !== need.term)
        .map((to) => ({ kind: 'term', from: need.term, to: months(to) })),
    ),
    purpose: always(purposesOf(product, question)),
    guarantee: always(
      product.guarantees
        .filter((to) => !need.guarantees.includes(to))
        .map((to) => ({ kind: 'guarantee', to })),
    ),
    repayment: always(repaymentsOf(product, question)),
    rate_ceiling: {
      mends: (now) => [...principals, ...ceilings, ...facts.of('grade', now)],
      levers: [...[...principals, ...ceilings].map(leverOf), ...facts.levers('grade')],
    },
  };
}

/** A need for one product alone is opened to all, one for chosen banks to one bank more. */
function audiencesOf({ bank }: Product, { need: { audience } }: Question): readonly Change[] {
  if (audience.to === 'all') return [];
  const to =
    audience.to === 'banks' && !audience.banks.includes(bank.id)
      ? { to: 'banks' as const, banks: [...audience.banks, bank.id].toSorted() }
      : { to: 'all' as const };
  return [{ kind: 'audience', to }];
}

/** Where the money will be used, if nobody has said it, or only roughly. */
function placesOf({ districts = [] }: Product, { need, applicant }: Question): readonly Change[] {
  const told = need.district ?? applicant.facts.district;
  return districts
    .filter((to) => typeof told !== 'string' || withinDivision(to)(told) === 'yes')
    .filter((to) => to !== told)
    .map((to) => ({ kind: 'district', to }));
}

function principalsOf({ principal, tiers = [] }: Product, { need }: Question): readonly Change[] {
  const ends = tiers.flatMap((tier) =>
    tier.principal
      ? [tier.principal.min - 1, tier.principal.min, tier.principal.max, tier.principal.max + 1]
      : [],
  );
  return [...new Set([principal.min, principal.max, ...ends])]
    .filter((to) => to >= principal.min && to <= principal.max && to !== need.principal)
    .map((to) => ({ kind: 'principal', from: need.principal, to: fen(to) }));
}

/** Up to the least rate of the product, or of one of its tiers. */
function ceilingsOf({ pricing, tiers = [] }: Product, question: Question): readonly Change[] {
  const { rateCeiling: from } = question.need;
  if (from === undefined) return [];
  const rates = [pricing, ...tiers].flatMap(
    ({ min, max }) => ratesFor({ pricing: { ...pricing, min, max } }, question) ?? [],
  );
  return [...new Set(rates.map(({ min }) => min))]
    .filter((to) => to > from)
    .map((to) => ({ kind: 'rate_ceiling', from, to }));
}

/** What no loan may be for is not talked away. */
function purposesOf({ purposes }: Product, { need: { purpose } }: Question): readonly Change[] {
  if (!isLawful(purpose)) return [];
  return purposes
    .filter((to) => to !== purpose)
    .map((to) => ({ kind: 'purpose', from: purpose, to }));
}

const isLawful = (purpose: Question['need']['purpose']): purpose is keyof typeof purposeKinds =>
  Object.hasOwn(purposeKinds, purpose);

function repaymentsOf({ repayments }: Product, { need }: Question): readonly Change[] {
  const { repayment: from } = need;
  if (from === undefined) return [];
  return repayments.filter((to) => to !== from).map((to) => ({ kind: 'repayment', from, to }));
}
