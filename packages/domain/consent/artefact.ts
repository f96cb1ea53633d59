import type { ConsentId, UnifiedCode } from '../ids.ts';
import { type Party, type Principal, partyOf } from '../principal.ts';
import type { BusinessDate, Instant } from '../time.ts';
import type { ConsentTerms, Frequency } from './consent.ts';
import type { DataCategory } from './data-categories.ts';
import type { ConsentPurpose } from './purposes.ts';

/** Moves whenever a category or a purpose comes, goes, or means something else. */
export const CONSENT_FORM = 1;

/**
 * The consent as it is signed: strings, whole numbers and lists alone, so that its canonical form (RFC 8785) is
 * one text for all. Fields follow the consent artefact of ReBIT (India's account aggregators), in our words.
 */
export type ConsentArtefact = {
  /** The version of the form that the firm was shown: its categories and purposes. */
  readonly form: number;
  readonly id: ConsentId;
  /** The firm, and who signed for it. */
  readonly grantor: { readonly code: UnifiedCode; readonly person: string };
  readonly recipient: Party;
  /** Each once, sorted. */
  readonly categories: readonly DataCategory[];
  readonly purpose: ConsentPurpose;
  readonly validFrom: BusinessDate;
  readonly validUntil: BusinessDate;
  readonly frequency: Frequency;
  readonly dataLifeDays: number;
  readonly grantedAt: Instant;
  /** The person or machine of the recipient that asked for it. */
  readonly requestedBy?: string;
  /** The hash of the artefact that this one renews. */
  readonly renews?: string;
};

export const artefactOf = (
  terms: ConsentTerms,
  granted: {
    readonly by: Principal;
    readonly at: Instant;
    readonly requestedBy?: string | undefined;
    readonly renews?: string | undefined;
  },
): ConsentArtefact => ({
  form: CONSENT_FORM,
  id: terms.id,
  grantor: { code: terms.code, person: granted.by.id },
  recipient: partyOf(terms.recipient),
  categories: [...new Set(terms.categories)].toSorted(),
  purpose: terms.purpose,
  validFrom: terms.validFrom,
  validUntil: terms.validUntil,
  frequency: { reads: terms.frequency.reads, days: terms.frequency.days },
  dataLifeDays: terms.dataLifeDays,
  grantedAt: granted.at,
  ...(granted.requestedBy !== undefined && { requestedBy: granted.requestedBy }),
  ...(granted.renews !== undefined && { renews: granted.renews }),
});
