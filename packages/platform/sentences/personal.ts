import type { RefusalCode } from '#domain/refusal';
import { at, type Sentences, want, 处, 应为 } from './words.ts';

/** Of people and their numbers. None of them tells a number back. */
export const personalSentences = {
  id_number_wrong: {
    en: (r) => `${at(r)} is no resident ID number${want(r)}.`,
    zh: (r) => `${处(r)} 不是有效的公民身份号码${应为(r)}。`,
  },
  phone_wrong: {
    en: (r) => `${at(r)} is no mobile number of the mainland${want(r)}.`,
    zh: (r) => `${处(r)} 不是有效的手机号码${应为(r)}。`,
  },
  identity_differs: {
    en: (r) => `Your identity was verified with another ${r.field || 'content'}${want(r)}.`,
    zh: (r) => `您已用不同的 ${r.field || '内容'} 通过实名认证，有效期内不能更改。`,
  },
  identity_not_verified: {
    en: (r) => `Your real name has to be verified for the firm first${want(r)}.`,
    zh: () => '请先完成企业及经办人实名认证。',
  },
  identity_provider_unreachable: {
    en: () => 'Whoever verifies identities cannot be reached: send the same again a while later.',
    zh: () => '实名核验机构暂时无法连接，请稍后重发同样的请求。',
  },
} satisfies Partial<Sentences<RefusalCode>>;
