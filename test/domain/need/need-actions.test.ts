import { expect, test } from 'vitest';
import type { Need } from '#domain/need/need';
import { type NeedAction, whyNotNeed } from '#domain/need/need-actions';
import { addDays } from '#domain/time';
import { aNeed, TODAY } from '../../support/builders.ts';

const yesterday = addDays(TODAY, -1);

test.each<[NeedAction, Partial<Need>, string | undefined]>([
  ['match', { status: 'open' }, undefined],
  ['match', { status: 'open', validTo: TODAY }, undefined],
  ['match', { status: 'open', validTo: yesterday }, 'need_not_open: lapsed'],
  ['match', { status: 'withdrawn' }, 'need_not_open: withdrawn'],
  ['match', { status: 'withdrawn', validTo: yesterday }, 'need_not_open: withdrawn'],
  ['edit', { status: 'open' }, undefined],
  ['edit', { status: 'open', validTo: yesterday }, 'need_not_open: lapsed'],
  ['edit', { status: 'withdrawn' }, 'need_not_open: withdrawn'],
  ['withdraw', { status: 'open' }, undefined],
  ['withdraw', { status: 'open', validTo: yesterday }, undefined],
  ['withdraw', { status: 'withdrawn' }, undefined],
])('%s a need that is %j: %s', (action, told, expected) => {
  const refusal = whyNotNeed(action, aNeed(told), TODAY);
  expect(refusal && `${refusal.code}: ${refusal.actual}`).toBe(expected);
});
