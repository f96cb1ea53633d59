import { expect, test } from 'vitest';
import type { Whitelist } from '#domain/whitelist/whitelist';
import { type WhitelistAction, whyNotWhitelist } from '#domain/whitelist/whitelist-actions';
import { whitelistDiffers } from '#domain/whitelist/whitelist-differs';
import { aRule } from '../../support/builders.ts';

test.each<[WhitelistAction, Whitelist['status'], string | undefined]>([
  ['draft', 'drafting', undefined],
  ['draft', 'draft', 'whitelist_not_draft'],
  ['draft', 'published', 'whitelist_not_draft'],
  ['publish', 'drafting', 'whitelist_not_draft'],
  ['publish', 'draft', undefined],
  ['publish', 'published', undefined],
])('%s a list that is %s: %s', (action, status, code) => {
  expect(whyNotWhitelist(action, status)?.code).toBe(code);
});

test.each([
  [{ name: '第一批', rule: aRule() }, undefined],
  [{ name: '第二批', rule: aRule({ minPoints: 1 }) }, 'name'],
  [{ name: '第一批', rule: aRule({ minPoints: 1 }) }, 'rule'],
])('%j against the first list: %s', (terms, field) => {
  expect(whitelistDiffers({ name: '第一批', rule: aRule() }, terms)).toBe(field);
});
