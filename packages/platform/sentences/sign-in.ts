import type { RefusalCode } from '#domain/refusal';
import type { Sentences } from './words.ts';

/** Of the issuer of tokens. */
export const signInSentences = {
  issuer_unreachable: {
    en: () =>
      'The issuer of tokens does not answer, so nobody can be told apart: try again shortly.',
    zh: () => '身份认证服务暂时无法访问，请稍后重试。',
  },
} satisfies Partial<Sentences<RefusalCode>>;
