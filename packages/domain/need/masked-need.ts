import type { BankId } from '../ids.ts';
import { maskedNumbers } from '../personal/find-personal.ts';
import type { Party } from '../principal.ts';
import type { Audience, Need } from './need.ts';

/**
 * An anonymous need (匿名) as banks see it: what is asked for, and nothing by which a firm is found: no code, no words
 * of its own, no papers, no consents, no sums that another lender has in its books. Of its place the city alone.
 */
export type MaskedNeed = Pick<
  Need,
  | 'id'
  | 'principal'
  | 'term'
  | 'purpose'
  | 'guarantees'
  | 'repayment'
  | 'rateCeiling'
  | 'expectedOn'
  | 'district'
  | 'audience'
  | 'validTo'
  | 'status'
  | 'edition'
  | 'submittedAt'
  | 'editedAt'
> & {
  readonly visibility: 'anonymous';
  readonly declared?: { readonly firstTimeBorrower: boolean };
};
export type SeenNeed = Need | MaskedNeed;

/** The city's part of a division code (GB/T 2260). */
const CITY = 4;

export function maskedNeed(need: Need): MaskedNeed {
  const { repayment, rateCeiling, expectedOn, district, declared, editedAt } = need;
  return {
    id: need.id,
    principal: need.principal,
    term: need.term,
    purpose: need.purpose,
    guarantees: need.guarantees,
    audience: need.audience,
    visibility: 'anonymous',
    validTo: need.validTo,
    status: need.status,
    edition: need.edition,
    submittedAt: need.submittedAt,
    ...(repayment !== undefined && { repayment }),
    ...(rateCeiling !== undefined && { rateCeiling }),
    ...(expectedOn !== undefined && { expectedOn }),
    ...(district !== undefined && { district: district.slice(0, CITY) }),
    ...(declared?.firstTimeBorrower !== undefined && {
      declared: { firstTimeBorrower: declared.firstTimeBorrower },
    }),
    ...(editedAt !== undefined && { editedAt }),
  };
}

/** The same, in whose own words ID and mobile numbers are masked: a name of a file holds them as well. */
export const withoutNumbers = <Terms extends Pick<Need, 'purposeDetail' | 'attachments'>>(
  terms: Terms,
): Terms => ({
  ...terms,
  ...(terms.purposeDetail !== undefined && { purposeDetail: maskedNumbers(terms.purposeDetail) }),
  ...(terms.attachments && {
    attachments: terms.attachments.map(({ name, ...rest }) => ({
      ...rest,
      name: maskedNumbers(name),
    })),
  }),
});

/** Who reads, and what has to be known of them where they are a bank. */
export type NeedReader = {
  readonly reader: Party;
  /** Whose the product is to which the need goes. */
  readonly productBank?: BankId | undefined;
  /** The reader holds a consent of the firm that is active. */
  readonly consented: boolean;
};

/** Is a bank among those to whom the need goes? A targeted one (定向) is for nobody else. */
export function isInvited(
  audience: Audience,
  { reader: { organisation }, productBank }: Omit<NeedReader, 'consented'>,
): boolean {
  switch (audience.to) {
    case 'all':
      return true;
    case 'banks':
      return audience.banks.some((bank) => bank === organisation);
    case 'product':
      return productBank === organisation;
  }
}

/**
 * What somebody who may read needs sees of one; undefined = nothing, not even that it is there. To whoever is no bank
 * all of it: the policy table has said whose needs they reach.
 */
export function seenNeed(need: Need, by: NeedReader): SeenNeed | undefined {
  if (by.reader.kind !== 'bank') return need;
  if (!isInvited(need.audience, by)) return undefined;
  return need.visibility === 'anonymous' && !by.consented ? maskedNeed(need) : need;
}
