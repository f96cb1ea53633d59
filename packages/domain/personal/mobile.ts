import type { Brand } from '../brand.ts';
import { type Outcome, refuse } from '../refusal.ts';

/** 手机号码 of the mainland: eleven digits from 13 to 19 (工信部 电信网编号计划). */
export type Mobile = Brand<string, 'Mobile'>;

const SHAPE = /^1[3-9]\d{9}$/;

/**
 * Reads a number as people write it: blanks, hyphens and +86 are left out. Refuses phone_wrong, and does not tell
 * back what was sent.
 */
export function parseMobile(text: string): Outcome<Mobile> {
  const number = text
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(?:\+|00)86/, '');
  return SHAPE.test(number)
    ? { ok: true, value: number as Mobile }
    : refuse('phone_wrong', { field: 'phone', expected: '11 digits from 13 to 19' });
}

export const isMobile = (text: string): text is Mobile => SHAPE.test(text);
