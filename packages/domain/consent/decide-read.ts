import type { ConsentId, UnifiedCode } from '../ids.ts';
import { type Party, sameParty } from '../principal.ts';
import { accept, type Outcome, type Refusal, refuse } from '../refusal.ts';
import type { BusinessDate, Instant } from '../time.ts';
import { type Consent, validityOf } from './consent.ts';
import { consentState, stateRefusals } from './consent-actions.ts';
import type { DataCategory } from './data-categories.ts';
import { nextReadAt, notBefore, readsWithin } from './frequency.ts';
import type { ConsentPurpose } from './purposes.ts';

/** What a bank names with every read. */
export type Under = { readonly consent: ConsentId; readonly purpose: ConsentPurpose };

export type ReadAsked = {
  readonly reader: Party;
  readonly code: UnifiedCode;
  readonly under: Under | undefined;
  /** `covered`: whatever the consent covers. */
  readonly categories: readonly DataCategory[] | 'covered';
  readonly now: Instant;
  readonly today: BusinessDate;
};

/** What the consent covers of what was asked, and the reads to be kept with it once this one is given. */
export type ReadAllowed = {
  readonly categories: readonly DataCategory[];
  readonly reads: readonly Instant[];
};

/**
 * May a bank read this of a firm now? Refusals in order: consent_required (none is named), not_found (none of that
 * id, or another bank's), consent_not_active, consent_paused, consent_revoked, consent_not_yet_valid,
 * consent_expired, consent_subject_differs (another firm's), consent_category (not covered, or none asked for),
 * consent_purpose, consent_frequency (`actual` reads/days, `expected` from when on the next is possible).
 */
export function decideRead(consent: Consent | undefined, asked: ReadAsked): Outcome<ReadAllowed> {
  const { under, reader } = asked;
  if (under === undefined) return refuse('consent_required', { field: 'consent' });
  if (!consent || !sameParty(consent.recipient, reader))
    return refuse('not_found', { field: 'consent', actual: under.consent });
  const now = notBefore(asked.now, consent.reads);
  const refusal =
    whyClosed(consent, asked.today) ??
    whyOtherFirm(consent, asked) ??
    whyUncovered(consent, asked) ??
    whyOtherPurpose(consent, under) ??
    whyTooOften(consent, now);
  if (refusal) return { ok: false, refusal };
  return accept({
    categories: asked.categories === 'covered' ? consent.categories : asked.categories,
    reads: [...readsWithin(consent.reads, consent.frequency, now), now],
  });
}

function whyClosed(consent: Consent, today: BusinessDate): Refusal | undefined {
  const state = consentState(consent, today);
  const { validFrom, validUntil } = validityOf(consent);
  if (state !== 'active')
    return {
      code: stateRefusals[state],
      field: 'consent',
      expected: 'active',
      actual: state === 'expired' ? validUntil : state,
    };
  return today < validFrom
    ? { code: 'consent_not_yet_valid', field: 'consent', expected: validFrom, actual: today }
    : undefined;
}

const whyOtherFirm = ({ code }: Consent, asked: ReadAsked): Refusal | undefined =>
  code === asked.code
    ? undefined
    : { code: 'consent_subject_differs', field: 'code', expected: code, actual: asked.code };

function whyUncovered({ categories }: Consent, asked: ReadAsked): Refusal | undefined {
  if (asked.categories === 'covered') return undefined;
  const missing = asked.categories.filter((category) => !categories.includes(category));
  return missing.length === 0 && asked.categories.length > 0
    ? undefined
    : {
        code: 'consent_category',
        field: 'category',
        expected: categories.join(', '),
        ...(missing.length > 0 && { actual: missing.join(', ') }),
      };
}

const whyOtherPurpose = (consent: Consent, { purpose }: Under): Refusal | undefined =>
  consent.purpose === purpose
    ? undefined
    : {
        code: 'consent_purpose',
        field: 'purpose',
        expected: consent.purpose,
        actual: purpose,
      };

function whyTooOften({ reads, frequency }: Consent, now: Instant): Refusal | undefined {
  const next = nextReadAt(reads, frequency, now);
  return (
    next && {
      code: 'consent_frequency',
      field: 'consent',
      expected: next,
      actual: `${frequency.reads}/${frequency.days}`,
    }
  );
}
