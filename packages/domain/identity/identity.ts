import type { UnifiedCode } from '../ids.ts';
import type { IdNumber } from '../personal/id-number.ts';
import type { Mobile } from '../personal/mobile.ts';
import type { Erased, Sealed } from '../personal/sealed.ts';
import type { BusinessDate, Instant } from '../time.ts';

/** 电子营业执照 · 登记信息比对. */
export const identityMethods = ['electronic_licence', 'registry_match'] as const;
export type IdentityMethod = (typeof identityMethods)[number];

/** Asked for · found true · found wrong · found true once. */
export const identityStatuses = ['requested', 'verified', 'rejected', 'expired'] as const;
export type IdentityStatus = (typeof identityStatuses)[number];

/** Why a provider says no. Codes never change. */
export const identityReasons = {
  enterprise_unknown: { zh: '登记机关无此企业', en: 'The register has no such firm' },
  enterprise_not_operating: { zh: '企业已注销或吊销', en: 'The firm is cancelled or revoked' },
  enterprise_name_differs: {
    zh: '企业名称与登记不符',
    en: "The firm's name is another in the register",
  },
  person_unknown: { zh: '姓名与证件号码不符', en: 'Name and ID number do not belong together' },
  person_not_authorised: { zh: '该人员未获企业授权', en: 'The person does not act for the firm' },
  licence_wrong: { zh: '电子营业执照无效', en: 'The electronic licence is not valid' },
  withdrawn_by_provider: { zh: '核验机构撤回', en: 'The provider has taken it back' },
} as const;
export type IdentityReason = keyof typeof identityReasons;
export const identityReasonCodes = Object.keys(identityReasons) as readonly IdentityReason[];

/** What a person says of themselves and their firm; `licence` is what the electronic licence shows (once). */
export type IdentityClaim = {
  readonly code: UnifiedCode;
  readonly name: string;
  readonly idNumber: IdNumber;
  readonly phone?: Mobile;
  readonly method: IdentityMethod;
  readonly licence?: string;
};

/** What a provider answers; `pending` is decided when it is asked again under its reference. */
export type IdentityAnswer =
  | { readonly outcome: 'verified'; readonly provider: string; readonly reference: string }
  | {
      readonly outcome: 'rejected';
      readonly provider: string;
      readonly reference: string;
      readonly reasons: readonly IdentityReason[];
    }
  | { readonly outcome: 'pending'; readonly provider: string; readonly reference: string }
  | { readonly outcome: 'unreachable' };

/**
 * 实名认证: a firm, and one person who acts for it, found to be who they say. One for a firm and person. Of the
 * numbers only masks are left once the retention rule has erased them.
 */
export type Identity = {
  readonly code: UnifiedCode;
  /** The principal's id. */
  readonly person: string;
  readonly role: 'owner' | 'clerk';
  readonly name: string;
  readonly idNumber: Sealed | Erased;
  readonly phone?: Sealed | Erased;
  readonly method: IdentityMethod;
  readonly status: IdentityStatus;
  readonly evidence: { readonly provider: string; readonly reference: string };
  readonly reasons: readonly IdentityReason[];
  readonly ruleVersion: number;
  readonly requestedAt: Instant;
  readonly decidedAt?: Instant;
  /** The last day on which it counts. */
  readonly validUntil?: BusinessDate;
};

export const identityId = (code: UnifiedCode, person: string) => `${code}/${person}` as const;
