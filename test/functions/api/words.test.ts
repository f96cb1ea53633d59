import { expect, test } from 'vitest';
import { clip, MAX_TOLD } from '#domain/clip';
import { termCodes } from '#domain/matching/matching';
import { eligibilityFactNames } from '#domain/product/eligibility-facts';
import type { RefusalCode } from '#domain/refusal';
import { whitelistConditions, whyOutCodes } from '#domain/whitelist/whitelist';
import { statuses } from '#functions/api/status';
import { findingName } from '#platform/finding-text';
import { groundName } from '#platform/names';
import { sentence } from '#platform/sentences';

const CODES = Object.keys(statuses) as RefusalCode[];

test.each(CODES)('%s is a whole sentence even where no field is named', (code) => {
  expect(sentence({ code }, 'en')).toMatch(/^[A-Z][^\s].*[^\s]\.$/);
  expect(sentence({ code }, 'zh')).toMatch(/^\S.*。$/);
  expect(sentence({ code, field: '' }, 'en')).toBe(sentence({ code }, 'en'));
});

test('a fault of the whole body says so', () => {
  const refusal = { code: 'wrong_type', expected: 'object', actual: 'null' } as const;
  expect(sentence(refusal, 'en')).toBe('The body has the wrong type: object (null).');
  expect(sentence(refusal, 'zh')).toBe('请求体 类型不对，应为：object（现为 null）。');
});

test('what is told back is cut between characters', () => {
  expect(clip('a'.repeat(MAX_TOLD))).toHaveLength(MAX_TOLD);
  const cut = clip(`${'a'.repeat(MAX_TOLD - 2)}😀😀`);
  expect([cut.isWellFormed(), cut.length <= MAX_TOLD, cut.endsWith('…')]).toEqual([
    true,
    true,
    true,
  ]);
});

test('no two criteria, and no two grounds, share a name', () => {
  const grounds = [...whyOutCodes, ...whitelistConditions.map((one) => `${one}_met` as const)];
  for (const language of ['zh', 'en'] as const)
    for (const names of [
      [...termCodes, ...eligibilityFactNames].map((code) => findingName(code, language)),
      grounds.map((code) => groundName(code, language)),
    ])
      expect(new Set(names).size).toBe(names.length);
  expect(groundName('of_old_met', 'en')).toBe('of_old_met');
});
