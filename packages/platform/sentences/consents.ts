import { dataCategories } from '#domain/consent/data-categories';
import { consentPurposes } from '#domain/consent/purposes';
import type { Refusal, RefusalCode } from '#domain/refusal';
import { at, got, type Language, type Sentences, want, 处, 实为, 应为 } from './words.ts';

const names: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...dataCategories,
  ...consentPurposes,
};
/** Categories and purposes by their names, for people who read Chinese. */
const named = (codes: string | undefined): string =>
  (codes ?? '')
    .split(', ')
    .map((code) => names[code]?.zh ?? code)
    .join('、');
const 授权为 = ({ expected }: Refusal) => (expected ? `，授权为：${named(expected)}` : '');
const 所查 = ({ actual }: Refusal) => (actual ? `（所查：${named(actual)}）` : '');
const until = ({ expected }: Refusal) =>
  expected ? `; the next is possible from ${expected}` : '';
const since = ({ actual }: Refusal) => (actual ? ` (last day ${actual})` : '');

/** Of consents, and of reads under them. */
export const consentSentences = {
  consent_required: {
    en: () => 'Banks read of a firm under its consent alone: name the consent and its purpose.',
    zh: () => '银行查询企业信用信息须有企业授权：请注明授权编号和用途。',
  },
  consent_differs: {
    en: (r) => `Another consent has this id: ${at(r)} differs${want(r)}.`,
    zh: (r) => `该授权编号已用于另一授权：${处(r)} 不同${应为(r)}。`,
  },
  consent_request_open: {
    en: (r) => `The firm has still to answer a request for this purpose${want(r)}.`,
    zh: (r) => `企业尚未答复本行同一用途的授权申请${应为(r)}。`,
  },
  consent_not_active: {
    en: (r) => `The consent is not active${got(r)}.`,
    zh: (r) => `该授权未生效${实为(r)}。`,
  },
  consent_active: {
    en: (r) => `The consent is active${want(r)}.`,
    zh: (r) => `该授权正在生效${应为(r)}。`,
  },
  consent_paused: {
    en: () => 'The firm has paused this consent.',
    zh: () => '企业已暂停该授权。',
  },
  consent_revoked: {
    en: () => 'The firm has revoked this consent.',
    zh: () => '企业已撤回该授权。',
  },
  consent_not_yet_valid: {
    en: (r) => `The consent holds only from its first day on${want(r)}${got(r)}.`,
    zh: (r) => `该授权尚未到生效日期${应为(r)}${实为(r)}。`,
  },
  consent_expired: {
    en: (r) => `The consent has expired${since(r)}.`,
    zh: (r) => `该授权已到期${实为(r)}。`,
  },
  consent_subject_differs: {
    en: (r) => `The consent is that of another firm${want(r)}${got(r)}.`,
    zh: (r) => `该授权的授权企业并非所查企业${应为(r)}${实为(r)}。`,
  },
  consent_category: {
    en: (r) => `The consent covers other categories${want(r)}${got(r)}.`,
    zh: (r) => `所查信息类别不在授权范围内${授权为(r)}${所查(r)}。`,
  },
  consent_purpose: {
    en: (r) => `The consent was given for another purpose${want(r)}${got(r)}.`,
    zh: (r) => `所查用途与授权用途不符${授权为(r)}${所查(r)}。`,
  },
  consent_frequency: {
    en: (r) => `The reads of this consent are used up${got(r)}${until(r)}.`,
    zh: (r) =>
      `该授权的查询次数已用完${r.actual ? `（次数/天数：${r.actual}）` : ''}${r.expected ? `，下次可查询时间：${r.expected}` : ''}。`,
  },
} satisfies Partial<Sentences<RefusalCode>>;
