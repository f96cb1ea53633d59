import type { RefusalCode } from '#domain/refusal';
import { at, got, type Sentences, want, 处, 实为, 应为 } from './words.ts';

/** Of who asks. */
export const accessSentences = {
  sign_in_required: {
    en: (r) =>
      `Nobody has signed in, and this is for${r.expected ? `: ${r.expected}` : ' those who have'}.`,
    zh: () => '请先登录：此操作不对公众开放。',
  },
  token_wrong: {
    en: (r) => `The token is not accepted${want(r)}${got(r)}.`,
    zh: (r) => `令牌无效${应为(r)}${实为(r)}。`,
  },
  forbidden: {
    en: (r) => `Your roles do not allow this${want(r)}${got(r)}.`,
    zh: (r) => `您的角色无权进行此操作${应为(r)}${实为(r)}。`,
  },
  id_taken: {
    en: (r) => `Another organisation uses this ${at(r)}: choose another.`,
    zh: (r) => `该 ${处(r)} 已被其他机构使用，请另选。`,
  },
  rate_limited: {
    en: (r) => `Too many requests in this minute${want(r)}.`,
    zh: (r) => `本分钟内请求过多${应为(r)}。`,
  },
} satisfies Partial<Sentences<RefusalCode>>;
