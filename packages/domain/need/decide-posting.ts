import { type Consent, validityOf } from '../consent/consent.ts';
import { consentState } from '../consent/consent-actions.ts';
import { isListedOn } from '../product/listing.ts';
import type { Product } from '../product/product.ts';
import type { Refusal } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import { MAX_OPEN_NEEDS } from './limits.ts';
import type { Audience, Need, NeedTerms } from './need.ts';
import { whyNotNeed } from './need-actions.ts';

/** What the terms of a need are held against, beside the firm itself. */
export type Posting = {
  /** In the order in which the need names them; undefined where there is none. */
  readonly consents: readonly (Consent | undefined)[];
  readonly products: readonly Product[];
  /** The firm's needs, whatever became of them. */
  readonly needs: readonly Need[];
  readonly today: BusinessDate;
};

/**
 * Why the terms of a need cannot stand today though they are lawful. Refusals in order: of each consent named
 * need_consent_unknown (none, or another firm's), need_consent_not_active (its state, or its first day),
 * need_consent_ends (before the need does); audience_not_listed (a product that is not listed; a bank that lists
 * none, which is how a slip in its id shows); needs_too_many (others of the firm that are open: needs posted in the
 * same moment may pass by a few).
 */
export function whyNotPosted(terms: NeedTerms, posting: Posting): Refusal | undefined {
  const faults = (terms.consents ?? []).map((id, index) =>
    whyNotConsented(terms, { id, index, consent: posting.consents[index], today: posting.today }),
  );
  return (
    faults.find((fault) => fault !== undefined) ??
    whyUnheard(terms.audience, posting) ??
    whyTooMany(terms, posting)
  );
}

function whyNotConsented(
  { code, validTo }: NeedTerms,
  named: {
    readonly id: string;
    readonly index: number;
    readonly consent: Consent | undefined;
    readonly today: BusinessDate;
  },
): Refusal | undefined {
  const { id, index, consent, today } = named;
  const field = `consents.${index}`;
  if (consent?.code !== code) return { code: 'need_consent_unknown', field, actual: id };
  const state = consentState(consent, today);
  const { validFrom, validUntil } = validityOf(consent);
  if (state !== 'active' || validFrom > today)
    return {
      code: 'need_consent_not_active',
      field,
      expected: 'active',
      actual: `${id} ${state === 'active' ? `>= ${validFrom}` : state}`,
    };
  return validUntil >= validTo
    ? undefined
    : {
        code: 'need_consent_ends',
        field,
        expected: `>= ${validTo}`,
        actual: `${id} ${validUntil}`,
      };
}

function whyUnheard(audience: Audience, { products, today }: Posting): Refusal | undefined {
  const listed = products.filter((product) => isListedOn(product, today));
  switch (audience.to) {
    case 'all':
      return undefined;
    case 'product':
      return listed.some(({ id }) => id === audience.product)
        ? undefined
        : { code: 'audience_not_listed', field: 'audience.product', actual: audience.product };
    case 'banks': {
      const deaf = audience.banks.findIndex((id) => !listed.some(({ bank }) => bank.id === id));
      const actual = audience.banks[deaf];
      return actual === undefined
        ? undefined
        : { code: 'audience_not_listed', field: `audience.banks.${deaf}`, actual };
    }
  }
}

function whyTooMany({ id }: NeedTerms, { needs, today }: Posting): Refusal | undefined {
  const open = needs.filter((need) => need.id !== id && !whyNotNeed('match', need, today));
  return open.length < MAX_OPEN_NEEDS
    ? undefined
    : {
        code: 'needs_too_many',
        field: 'code',
        expected: `<= ${MAX_OPEN_NEEDS}`,
        actual: String(open.length),
      };
}
