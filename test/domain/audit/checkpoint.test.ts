import { expect, test } from 'vitest';
import { NO_HASH } from '#domain/audit/audit-entry';
import {
  type AuditCheckpoint,
  checkpointHash,
  EMPTY_ROOT,
  lastClosedDay,
  rootAfter,
  whyNotCheckpoint,
} from '#domain/audit/checkpoint';
import { addDays, date } from '#domain/time';
import { aChain, at, digestOf } from './a-chain.ts';

const sealedDays = (count: number): readonly AuditCheckpoint[] => {
  const sealed: AuditCheckpoint[] = [];
  for (let index = 0; index < count; index += 1) {
    const before = sealed.at(-1);
    sealed.push({
      day: addDays(date('2026-02-27'), index),
      entries: index,
      root: digestOf(index),
      previous: before ? checkpointHash(before, digestOf) : NO_HASH,
      signature: `signed ${index}`,
    });
  }
  return sealed;
};

const firstFault = (checkpoints: readonly (AuditCheckpoint | undefined)[]) => {
  const there = checkpoints.filter((one) => one !== undefined);
  for (const [index, one] of there.entries()) {
    const why = whyNotCheckpoint(one, there[index - 1], digestOf);
    if (why) return { day: one.day, why };
  }
  return undefined;
};

test('checkpoints follow each other day by day, each over the one before with its signature', () => {
  const [a, b, c] = sealedDays(3);
  expect(firstFault([a, b, c])).toBeUndefined();
  expect(firstFault([a, c])).toEqual({ day: '2026-03-01', why: 'checkpoint_missing' });
  expect(firstFault([b, c])).toEqual({ day: '2026-02-28', why: 'checkpoint_missing' });
  const resigned = b && { ...b, signature: 'signed by another' };
  expect(firstFault([a, resigned, c])).toEqual({ day: '2026-03-01', why: 'checkpoint_altered' });
});

test('a day is closed an hour after midnight in Asia/Shanghai', () => {
  const rows = [
    ['2026-03-01T15:59:59.999Z', '2026-02-28'],
    ['2026-03-01T16:00:00.000Z', '2026-02-28'],
    ['2026-03-01T16:59:59.999Z', '2026-02-28'],
    ['2026-03-01T17:00:00.000Z', '2026-03-01'],
    ['2026-03-02T10:00:00.000Z', '2026-03-01'],
  ] as const;
  expect(rows.map(([now]) => lastClosedDay(at(now)))).toEqual(rows.map(([, day]) => day));
});

test('the root of a day knows every entry and their order', () => {
  const chain = aChain(['2026-03-01T02:00:00.000Z', '2026-03-01T03:00:00.000Z']);
  const root = (entries: typeof chain) =>
    entries.reduce((folded, entry) => rootAfter(folded, entry, digestOf), EMPTY_ROOT);
  const roots = [chain, chain.toReversed(), chain.slice(1), []].map(root);
  expect(new Set(roots).size).toBe(roots.length);
});
