import { at, got, type Sentences, want, 处, 实为, 应为 } from './words.ts';

/** Of what a firm asks for. */
export const needSentences: Sentences<
  | 'purpose_unlawful'
  | 'need_consent_unknown'
  | 'need_consent_not_active'
  | 'need_consent_ends'
  | 'audience_not_listed'
  | 'needs_too_many'
  | 'need_editions_spent'
> = {
  purpose_unlawful: {
    en: (r) => `No loan may be for this${got(r)}${want(r)}.`,
    zh: (r) => `贷款不得用于该用途${实为(r)}，依据：${r.expected ?? ''}。`,
  },
  need_consent_unknown: {
    en: (r) => `The firm has given no such consent: ${at(r)}${got(r)}.`,
    zh: (r) => `该企业没有这份授权：${处(r)}${实为(r)}。`,
  },
  need_consent_not_active: {
    en: (r) => `The consent ${at(r)} is not in force${want(r)}${got(r)}.`,
    zh: (r) => `授权 ${处(r)} 未在有效状态${应为(r)}${实为(r)}。`,
  },
  need_consent_ends: {
    en: (r) => `The consent ${at(r)} ends before the need does${want(r)}${got(r)}.`,
    zh: (r) => `授权 ${处(r)} 在需求有效期内到期${应为(r)}${实为(r)}。`,
  },
  audience_not_listed: {
    en: (r) => `Nothing is listed today by the addressee: ${at(r)}${got(r)}.`,
    zh: (r) => `所选对象当日没有在架产品：${处(r)}${实为(r)}。`,
  },
  needs_too_many: {
    en: (r) => `The firm has too many open needs${want(r)}${got(r)}: withdraw one first.`,
    zh: (r) => `该企业开放中的需求过多${应为(r)}${实为(r)}，请先撤回其中一项。`,
  },
  need_editions_spent: {
    en: (r) => `The need has been edited too often${want(r)}: post another.`,
    zh: (r) => `该需求修改次数已满${应为(r)}，请另行发布。`,
  },
};
