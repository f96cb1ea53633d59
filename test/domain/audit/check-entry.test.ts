import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AuditEntry } from '#domain/audit/audit-entry';
import { AUDIT_SHARDS, auditDay, NO_HASH, shardOf } from '#domain/audit/audit-entry';
import { whyNotEntry } from '#domain/audit/check-entry';
import { aChain, digestOf } from './a-chain.ts';

const MOMENTS = [
  '2026-03-01T02:00:00.000Z',
  '2026-03-01T03:00:00.000Z',
  '2026-03-02T01:00:00.000Z',
];

/** The number of the first entry that does not hold, and why. */
const firstFault = (chain: readonly AuditEntry[]) => {
  for (const [index, entry] of chain.entries()) {
    const why = whyNotEntry(entry, chain[index - 1], digestOf);
    if (why) return { seq: index + 1, why };
  }
  return undefined;
};

test('a chain as it was written holds; the first entry follows nothing', () => {
  const chain = aChain(MOMENTS);
  expect(firstFault(chain)).toBeUndefined();
  expect(chain.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(chain[0]?.previous).toBe(NO_HASH);
});

test('time never goes back in a stream, whatever a clock says', () => {
  const [late = '', early = ''] = ['2026-03-01T03:00:00.000Z', '2026-03-01T02:59:59.000Z'];
  const chain = aChain([late, early, '2026-03-01T03:00:01.000Z']);
  expect(chain.map(({ at }) => at)).toEqual([late, late, '2026-03-01T03:00:01.000Z']);
});

test('whatever single field of an entry is changed, the chain breaks at that entry', () => {
  const chain = aChain(MOMENTS);
  const fields = ['stream', 'previous', 'at', 'by', 'happenings', 'changes', 'hash'] as const;
  fc.assert(
    fc.property(
      fc.nat({ max: chain.length - 1 }),
      fc.constantFrom(...fields),
      fc.jsonValue(),
      (index, field, other) => {
        fc.pre(digestOf(chain[index]?.[field]) !== digestOf(other));
        const altered = chain.map((entry, place) =>
          place === index ? ({ ...entry, [field]: other } as AuditEntry) : entry,
        );
        expect(firstFault(altered)).toEqual({ seq: index + 1, why: 'entry_altered' });
      },
    ),
  );
});

test.each([
  {
    name: 'an entry taken out of the middle',
    tamper: ([a, , c]: AuditEntry[]) => [a, c],
    fault: { seq: 2, why: 'entry_missing' },
  },
  {
    name: 'the first entry taken away',
    tamper: ([, b, c]: AuditEntry[]) => [b, c],
    fault: { seq: 1, why: 'entry_missing' },
  },
  {
    name: 'an entry written twice',
    tamper: ([a, b]: AuditEntry[]) => [a, a, b],
    fault: { seq: 2, why: 'entry_missing' },
  },
  {
    name: 'an entry made anew with a hash that fits',
    tamper: ([a, b, c]: AuditEntry[]) => [a, anew(b), c],
    fault: { seq: 3, why: 'link_broken' },
  },
])('$name is found', ({ tamper, fault }) => {
  const altered = tamper([...aChain(MOMENTS)]).filter((entry) => entry !== undefined);
  expect(firstFault(altered)).toEqual(fault);
});

function anew(entry: AuditEntry | undefined): AuditEntry | undefined {
  if (!entry) return undefined;
  const { hash: _, ...told } = { ...entry, changes: [] };
  return { ...told, hash: digestOf(told) };
}

test('an entry belongs to the day of Asia/Shanghai, and a stream to one shard of it', () => {
  const [entry] = aChain(['2026-03-01T16:00:00.000Z']);
  expect(entry && auditDay(entry)).toBe('2026-03-02');
  fc.assert(
    fc.property(fc.string(), (stream) => {
      const shard = shardOf(stream);
      expect(Number.isInteger(shard) && shard >= 0 && shard < AUDIT_SHARDS).toBe(true);
    }),
  );
});
