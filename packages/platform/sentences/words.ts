import type { Refusal } from '#domain/refusal';
import { expectationInChinese } from '../expectation.ts';

export type Language = 'zh' | 'en';

export type Sentence = (refusal: Refusal) => string;

/** A fault that names no field is one of the body as a whole. */
export const at = ({ field }: Refusal) => field || 'The body';
export const 处 = ({ field }: Refusal) => field || '请求体';
export const want = ({ expected }: Refusal) => (expected ? `: ${expected}` : '');
export const got = ({ actual }: Refusal) => (actual === undefined ? '' : ` (${actual})`);
export const 应为 = ({ expected }: Refusal) =>
  expected ? `，应为：${expectationInChinese(expected)}` : '';
export const 实为 = ({ actual }: Refusal) => (actual === undefined ? '' : `（现为 ${actual}）`);

/** What people read for each of some codes, in both languages. */
export type Sentences<Code extends string> = Record<Code, Record<Language, Sentence>>;
