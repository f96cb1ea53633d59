import type { CaseReason, Evidence } from '../case/case.ts';
import type { RecordId, UnifiedCode, VerificationId } from '../ids.ts';
import type { Principal } from '../principal.ts';
import type { Instant } from '../time.ts';
import type { VerificationState } from './record.ts';

/** What a verification may find: the declaration is true, or it is not. */
export const verificationOutcomes = ['verified', 'false'] as const satisfies VerificationState[];
export type VerificationOutcome = (typeof verificationOutcomes)[number];

/** What the office sends: its id makes it once. */
export type VerificationTerms = {
  readonly id: VerificationId;
  readonly record: RecordId;
  readonly outcome: VerificationOutcome;
  readonly evidence: readonly Evidence[];
  readonly reasons: readonly CaseReason[];
};

/** 核实: somebody has looked into what a firm declared about itself (domain.md A12). */
export type Verification = VerificationTerms & {
  readonly code: UnifiedCode;
  readonly by: Principal;
  readonly at: Instant;
};

/** The field in which a verification differs from the one kept under its id; undefined where it says the same. */
export function verificationDiffers(
  kept: Verification,
  terms: VerificationTerms,
): 'record' | 'outcome' | 'evidence' | 'reasons' | undefined {
  if (kept.record !== terms.record) return 'record';
  if (kept.outcome !== terms.outcome) return 'outcome';
  if (!sameEvidence(kept.evidence, terms.evidence)) return 'evidence';
  return sameReasons(kept.reasons, terms.reasons) ? undefined : 'reasons';
}

const sameEvidence = (left: readonly Evidence[], right: readonly Evidence[]): boolean =>
  left.length === right.length &&
  left.every(({ name, proves, digest }, index) => {
    const other = right[index];
    return other?.name === name && other.proves === proves && other.digest === digest;
  });

const sameReasons = (left: readonly CaseReason[], right: readonly CaseReason[]): boolean =>
  left.length === right.length &&
  left.every(({ code, note }, index) => {
    const other = right[index];
    return other?.code === code && other.note === note;
  });
