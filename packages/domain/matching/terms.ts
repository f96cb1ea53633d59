import type { Verdict } from '../product/criterion.ts';
import type { Product } from '../product/product.ts';
import type { BusinessDate } from '../time.ts';
import type { Ask } from './ask.ts';
import { ratesFor } from './expected-rate.ts';
import { provideOf } from './judge-criterion.ts';
import { type Finding, type TermCode, termCodes } from './matching.ts';
import type { Question } from './question.ts';
import { liesWithinDivisions } from './tree.ts';
import { yesIf } from './verdict.ts';

type Reason = Pick<Finding, 'required' | 'actual' | 'provide'>;

/** `asks` is all that a term reads of a product, so that equal ones are judged once. */
type Term<Asked> = {
  readonly asks: (product: Product) => Asked;
  readonly judge: (asked: Asked, question: Question) => Verdict;
  readonly reason: (asked: Asked, question: Question, verdict: Finding['verdict']) => Reason;
};

const term =
  <Asked>(code: TermCode, { asks, judge, reason }: Term<Asked>) =>
  (product: Product): Ask => {
    const asked = asks(product);
    return {
      code,
      place: termCodes.indexOf(code),
      key: () => JSON.stringify(asked),
      verdict: (question) => judge(asked, question),
      finding: (question) => {
        const verdict = judge(asked, question);
        return verdict === 'yes'
          ? undefined
          : { code, verdict, ...reason(asked, question, verdict) };
      },
    };
  };

const within = (code: 'principal' | 'term') =>
  term(code, {
    asks: (product) => [product[code].min, product[code].max] as const,
    judge: ([min, max], { need }) => yesIf(need[code] >= min && need[code] <= max),
    reason: (required, { need }) => ({ required, actual: need[code] }),
  });

const terms = {
  // What no lender overrules: lists of serious dishonesty (domain.md C10) and the register.
  hard_stop: term('hard_stop', {
    asks: () => 'none',
    judge: (_, { applicant }) => yesIf(applicant.hardStops.length === 0),
    reason: (required, { applicant }) => ({ required, actual: applicant.hardStops }),
  }),
  enterprise_operating: term('enterprise_operating', {
    asks: () => 'operating',
    judge: (_, { applicant }) => yesIf(applicant.operating),
    reason: (required) => ({ required, actual: 'not_operating' }),
  }),
  // The product as its bank lists it against the need as the firm posted it (domain.md C11).
  product_listed: term('product_listed', {
    asks: ({ status, validFrom, validTo }): Listing => ({ status, validFrom, validTo }),
    judge: (asked, { asOf }) => yesIf(listing(asked, asOf) === 'listed'),
    reason: (asked, { asOf }) => ({ required: 'listed', actual: listing(asked, asOf) }),
  }),
  audience: term('audience', {
    asks: ({ id, bank }) => ({ product: id, bank: bank.id }),
    judge: ({ product, bank }, { need: { audience } }) => {
      if (audience.to === 'all') return 'yes';
      return yesIf(
        audience.to === 'product' ? audience.product === product : audience.banks.includes(bank),
      );
    },
    reason: (_, { need: { audience } }) => ({
      required: 'addressed',
      ...(audience.to === 'product' && { actual: audience.product }),
      ...(audience.to === 'banks' && { actual: audience.banks }),
    }),
  }),
  district: term('district', {
    asks: ({ districts }) => districts ?? null,
    judge: (districts, question) => {
      if (districts === null) return 'yes';
      const place = placeOf(question);
      return place === undefined ? 'unknown' : liesWithinDivisions(place, districts);
    },
    reason: (districts, question, verdict) => {
      const place = placeOf(question);
      return {
        required: districts ?? [],
        ...(place !== undefined && { actual: place }),
        ...(verdict === 'unknown' && { provide: { how: 'declare', field: 'district' } }),
      };
    },
  }),
  principal: within('principal'),
  term: within('term'),
  purpose: term('purpose', {
    asks: ({ purposes }): readonly string[] => purposes,
    judge: (purposes, { need }) => yesIf(purposes.includes(need.purpose)),
    reason: (required, { need }) => ({ required, actual: need.purpose }),
  }),
  guarantee: term('guarantee', {
    asks: ({ guarantees }) => guarantees,
    judge: (taken, { need }) => yesIf(need.guarantees.some((offered) => taken.includes(offered))),
    reason: (required, { need }) => ({ required, actual: need.guarantees }),
  }),
  repayment: term('repayment', {
    asks: ({ repayments }) => repayments,
    judge: (taken, { need: { repayment } }) =>
      yesIf(repayment === undefined || taken.includes(repayment)),
    reason: (required, { need: { repayment } }) => ({
      required,
      ...(repayment && { actual: repayment }),
    }),
  }),
  rate_ceiling: term('rate_ceiling', {
    asks: ({ pricing, tiers }) => ({ pricing, ...(tiers && { tiers }) }),
    judge: (priced, question) => {
      const rates = ratesFor(priced, question);
      if (rates === undefined) return 'unknown';
      const { rateCeiling = Infinity } = question.need;
      const borne = rates.filter(({ min }) => min <= rateCeiling).length;
      return borne === 0 ? 'no' : borne === rates.length ? 'yes' : 'unknown';
    },
    reason: (priced, question, verdict) => {
      const rates = ratesFor(priced, question);
      const { rateCeiling } = question.need;
      // Of several prices the firm meets one: its grade tells which.
      const byGrade = rates !== undefined && verdict === 'unknown';
      return {
        required: rates ? Math.min(...rates.map(({ min }) => min)) : 'known_rate',
        ...(rateCeiling !== undefined && { actual: rateCeiling }),
        ...(byGrade && { provide: provideOf('grade', question.applicant) }),
      };
    },
  }),
} as const satisfies Record<TermCode, (product: Product) => Ask>;

/** What a product asks of every need, in the order of `termCodes`. */
export const termAsks = (product: Product): readonly Ask[] =>
  termCodes.map((code) => terms[code](product));

type Listing = Pick<Product, 'status' | 'validFrom'> & {
  readonly validTo: Product['validTo'] | undefined;
};

function listing({ status, validFrom, validTo }: Listing, asOf: BusinessDate): string {
  if (status !== 'listed') return status;
  if (asOf < validFrom) return 'not_yet_valid';
  return validTo !== undefined && asOf > validTo ? 'expired' : status;
}

/** Where the money will be used: as the need says, else where the firm is registered. */
function placeOf({ need, applicant }: Question): string | undefined {
  const own = applicant.facts.district;
  return need.district ?? (typeof own === 'string' ? own : undefined);
}
