import type { Brand } from './brand.ts';

/** 统一社会信用代码, upper-case, 18 characters, checked by `parseUnifiedCode`. */
export type UnifiedCode = Brand<string, 'UnifiedCode'>;

export type ProductId = `product_${string}`;
/** `<product>.<version>`. */
export type ProductVersionId = `${ProductId}.${number}`;
export type NeedId = `need_${string}`;
export type BatchId = `batch_${string}`;
export type WhitelistId = `whitelist_${string}`;
export type BankId = `bank_${string}`;
export type SupplierId = `supplier_${string}`;
export type CaseId = `case_${string}`;
export type NoticeId = `notice_${string}`;
/** `card_<card>.<version>`. */
export type CardVersionId = `card_${string}`;
/** `scheme_<scheme>.<version>`. */
export type SchemeVersionId = `scheme_${string}`;
export type VerificationId = `verification_${string}`;
export type SearchId = `search_${string}`;
export type ConsentId = `consent_${string}`;
/** A matching event; what has happened is an `EventId`. */
export type MatchingEventId = `event_${string}`;
export type OutcomeId = `outcome_${string}`;
export type CreditDecisionId = `decision_${string}`;
export type AccessId = `access_${string}`;
export type EventId = Brand<string, 'EventId'>;
/** `<catalogue>/<subject's code>/<key>`, readable on purpose: people meet it as evidence. */
export type RecordId = Brand<string, 'RecordId'>;

/** What a client may choose after the prefix. */
export const ID_TAIL = /^[A-Za-z0-9][A-Za-z0-9.-]{0,62}$/;

const idOf =
  <Prefix extends string>(prefix: Prefix) =>
  (text: string): `${Prefix}_${string}` | undefined =>
    text.startsWith(`${prefix}_`) && ID_TAIL.test(text.slice(prefix.length + 1))
      ? (text as `${Prefix}_${string}`)
      : undefined;

export const productId = idOf('product');
export const needId = idOf('need');

/** Its two parts. */
export function readProductVersionId(
  text: string,
): { readonly product: ProductId; readonly version: number } | undefined {
  const [, before = '', version = ''] = /^(.*)\.([1-9]\d{0,3})$/.exec(text) ?? [];
  const product = productId(before);
  return product && { product, version: Number(version) };
}
export const productVersionId = (text: string): ProductVersionId | undefined => {
  const parts = readProductVersionId(text);
  return parts && `${parts.product}.${parts.version}`;
};

export const batchId = idOf('batch');
export const whitelistId = idOf('whitelist');
export const bankId = idOf('bank');
export const supplierId = idOf('supplier');
export const caseId = idOf('case');
export const noticeId = idOf('notice');
export const cardVersionId = idOf('card');
export const schemeVersionId = idOf('scheme');
export const verificationId = idOf('verification');
export const searchId = idOf('search');
export const consentId = idOf('consent');
export const outcomeId = idOf('outcome');
export const matchingEventId = idOf('event');
export const creditDecisionId = idOf('decision');
