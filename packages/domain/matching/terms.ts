import type { Verdict } from '../product/criterion.ts';
import { type Listing, listingOn } from '../product/listing.ts';
import type { Product } from '../product/product.ts';
import { daysSinceEpoch } from '../time.ts';
import { type Ask, type AskForm, askVerdict } from './ask.ts';
import { ratesFor } from './expected-rate.ts';
import { provideOf } from './judge-criterion.ts';
import { type Finding, type TermCode, termCodes } from './matching.ts';
import type { Question } from './question.ts';
import { withinDivision } from './tree.ts';
import { yesIf } from './verdict.ts';

type Reason = Pick<Finding, 'required' | 'actual' | 'provide'>;

/** `asks` is all that a term reads of a product, so that equal ones are judged once. */
type Term<Asked> = {
  readonly asks: (product: Product) => Asked;
  readonly form: (asked: Asked) => AskForm;
  readonly reason: (asked: Asked, question: Question, verdict: Finding['verdict']) => Reason;
};

const term =
  <Asked>(code: TermCode, { asks, form: formOf, reason }: Term<Asked>) =>
  (product: Product): Ask => {
    const asked = asks(product);
    const form = formOf(asked);
    return {
      code,
      place: termCodes.indexOf(code),
      key: () => JSON.stringify(asked),
      form,
      finding: (question) => {
        const verdict = askVerdict(form, question);
        return verdict === 'yes'
          ? undefined
          : { code, verdict, ...reason(asked, question, verdict) };
      },
    };
  };

const plain = (verdict: (question: Question) => Verdict): AskForm => ({ kind: 'plain', verdict });

const within = (code: 'principal' | 'term') =>
  term(code, {
    asks: (product) => product[code],
    form: ({ min, max }) => ({ kind: 'range', min, max, told: ({ need }) => need[code] }),
    reason: ({ min, max }, { need }) => ({ required: [min, max], actual: need[code] }),
  });

const terms = {
  // What no lender overrules: lists of serious dishonesty (domain.md C10) and the register.
  hard_stop: term('hard_stop', {
    asks: () => 'none',
    form: () => plain(({ applicant }) => yesIf(applicant.hardStops.length === 0)),
    reason: (required, { applicant }) => ({ required, actual: applicant.hardStops }),
  }),
  enterprise_operating: term('enterprise_operating', {
    asks: () => 'operating',
    form: () => plain(({ applicant }) => yesIf(applicant.operating)),
    reason: (required) => ({ required, actual: 'not_operating' }),
  }),
  // The product as its bank lists it against the need as the firm posted it (domain.md C11).
  product_listed: term('product_listed', {
    asks: ({ status, validFrom, validTo }): Listing => ({ status, validFrom, validTo }),
    form: ({ status, validFrom, validTo }) => ({
      kind: 'range',
      min: status === 'listed' ? daysSinceEpoch(validFrom) : Infinity,
      max: validTo ? daysSinceEpoch(validTo) : Infinity,
      told: ({ asOf }) => daysSinceEpoch(asOf),
    }),
    reason: (asked, { asOf }) => ({ required: 'listed', actual: listingOn(asked, asOf) }),
  }),
  audience: term('audience', {
    asks: ({ id, bank }) => ({ product: id, bank: bank.id }),
    form: ({ product, bank }) =>
      plain(({ need: { audience } }) => {
        if (audience.to === 'all') return 'yes';
        return yesIf(
          audience.to === 'product' ? audience.product === product : audience.banks.includes(bank),
        );
      }),
    reason: (_, { need: { audience } }) => ({
      required: 'addressed',
      ...(audience.to === 'product' && { actual: audience.product }),
      ...(audience.to === 'banks' && { actual: audience.banks }),
    }),
  }),
  region: term('region', {
    asks: ({ districts }) => districts ?? null,
    form: (districts) => ({
      kind: 'list',
      within: districts ?? undefined,
      holds: (question) => {
        const place = placeOf(question);
        return place === undefined ? () => 'unknown' : withinDivision(place);
      },
    }),
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
    asks: ({ purposes }) => purposes,
    form: (purposes) => ({
      kind: 'list',
      within: purposes,
      holds:
        ({ need }) =>
        (purpose) =>
          yesIf(purpose === need.purpose),
    }),
    reason: (required, { need }) => ({ required, actual: need.purpose }),
  }),
  guarantee: term('guarantee', {
    asks: ({ guarantees }) => guarantees,
    form: (guarantees) => ({
      kind: 'list',
      within: guarantees,
      holds:
        ({ need }) =>
        (taken) =>
          yesIf(need.guarantees.some((offered) => offered === taken)),
    }),
    reason: (required, { need }) => ({ required, actual: need.guarantees }),
  }),
  repayment: term('repayment', {
    asks: ({ repayments }) => repayments,
    form: (repayments) => ({
      kind: 'list',
      within: repayments,
      holds:
        ({ need: { repayment } }) =>
        (taken) =>
          yesIf(repayment === undefined || repayment === taken),
    }),
    reason: (required, { need: { repayment } }) => ({
      required,
      ...(repayment && { actual: repayment }),
    }),
  }),
  rate_ceiling: term('rate_ceiling', {
    // A ceiling is held against the least rate: products that differ in the greatest ask the same.
    asks: ({ pricing, tiers }) =>
      tiers ? { pricing, tiers } : { pricing: { ...pricing, max: pricing.min } },
    form: (priced) =>
      plain((question) => {
        const rates = ratesFor(priced, question);
        if (rates === undefined) return 'unknown';
        const { rateCeiling = Infinity } = question.need;
        const least = Math.min(...rates.map(({ min }) => min));
        if (least > rateCeiling) return 'no';
        return rates.every(({ min }) => min <= rateCeiling) ? 'yes' : 'unknown';
      }),
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

/** Where the money will be used: as the need says, else where the firm is registered. */
function placeOf({ need, applicant }: Question): string | undefined {
  const own = applicant.facts.district;
  return need.district ?? (typeof own === 'string' ? own : undefined);
}
