import type { ConsentId, UnifiedCode } from '../ids.ts';
import type { Party, Principal } from '../principal.ts';
import type { BusinessDate, Instant } from '../time.ts';
import type { ConsentArtefact } from './artefact.ts';
import type { DataCategory } from './data-categories.ts';
import type { ConsentPurpose } from './purposes.ts';

/** At most so many reads in any stretch of so many days: a rolling window, to the millisecond. */
export type Frequency = { readonly reads: number; readonly days: number };

/** What a bank asks for, and what a firm signs: word by word the same. */
export type ConsentTerms = {
  readonly id: ConsentId;
  /** The firm of whom is read. */
  readonly code: UnifiedCode;
  /** The bank that reads. */
  readonly recipient: Party;
  readonly categories: readonly DataCategory[];
  readonly purpose: ConsentPurpose;
  readonly validFrom: BusinessDate;
  /** The last day. */
  readonly validUntil: BusinessDate;
  readonly frequency: Frequency;
  /** For how many days the recipient may keep what it has read. */
  readonly dataLifeDays: number;
};

/** `lapsed`: a request that nobody answered in time, or that ended with a revoked consent. */
export const consentStatuses = [
  'requested',
  'active',
  'paused',
  'revoked',
  'expired',
  'declined',
  'lapsed',
] as const;
export type ConsentStatus = (typeof consentStatuses)[number];

/** What the firm has signed, provable without this platform. */
export type SignedArtefact = {
  readonly artefact: ConsentArtefact;
  /** SHA-256 in hex of the artefact's canonical form (RFC 8785). */
  readonly hash: string;
  /** JWS compact, RS256, over the canonical form. */
  readonly jws: string;
  readonly keyId: string;
};

/** A consent (授权) of one firm to one recipient. The terms stay as first written; a renewal moves its artefact. */
export type Consent = ConsentTerms & {
  readonly status: ConsentStatus;
  /** How often its status or its validity was written: each such writing has its own notice. */
  readonly moves: number;
  readonly madeAt: Instant;
  readonly requested?: {
    readonly by: Principal;
    /** The last day on which it may be granted. */
    readonly until: BusinessDate;
  };
  /** Since it was granted. */
  readonly signed?: SignedArtefact;
  /** Those that renewals have replaced, oldest first. */
  readonly earlier: readonly SignedArtefact[];
  /** The reads that may still count in the rolling window, and the last one; at most as many as are allowed. */
  readonly reads: readonly Instant[];
  /** Revoked, expired, declined or lapsed. */
  readonly ended?: {
    readonly by: Principal;
    readonly on: BusinessDate;
    /** The day by which the recipient has deleted what it read; absent where it has read nothing. */
    readonly deleteBy?: BusinessDate;
  };
};

/** The days of the artefact in force, or those asked for. */
export const validityOf = ({
  signed,
  validFrom,
  validUntil,
}: Pick<Consent, 'signed' | 'validFrom' | 'validUntil'>): {
  readonly validFrom: BusinessDate;
  readonly validUntil: BusinessDate;
} => signed?.artefact ?? { validFrom, validUntil };

/** When a consent ends by itself, for the sweep; moved with the consent. Absent where nothing is due any more. */
export type ConsentClock = { readonly consent: ConsentId; readonly lastDay?: BusinessDate };

export const clockOf = (consent: Consent): ConsentClock => {
  const { id, status, requested } = consent;
  const open = status === 'active' || status === 'paused';
  const lastDay = open
    ? validityOf(consent).validUntil
    : status === 'requested'
      ? requested?.until
      : undefined;
  return { consent: id, ...(lastDay !== undefined && { lastDay }) };
};
