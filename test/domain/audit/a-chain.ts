import { digest } from '#adapters/system/digest';
import {
  type AuditEntry,
  type AuditStream,
  type DigestOf,
  nextEntry,
} from '#domain/audit/audit-entry';
import type { EventId } from '#domain/ids';
import { sortedJson } from '#domain/sorted-json';
import type { Instant } from '#domain/time';
import { OPERATOR } from '#test/support/principals';

export const digestOf: DigestOf = (value) => digest(sortedJson(value));

export const at = (text: string) => text as Instant;

/** A stream whose entries were written at these moments. */
export function aChain(
  moments: readonly string[],
  stream: AuditStream = 'need/need_1',
): readonly AuditEntry[] {
  const chain: AuditEntry[] = [];
  for (const [index, now] of moments.entries())
    chain.push(
      nextEntry(
        {
          stream,
          head: chain.at(-1),
          now: at(now),
          by: OPERATOR,
          happenings: [
            {
              type: 'need_submitted',
              id: `event-${index}` as EventId,
              content: { need: 'need_1' },
            },
          ],
          changes: [{ kind: 'need', id: 'need_1', version: index + 1, digest: digestOf(index) }],
        },
        digestOf,
      ),
    );
  return chain;
}
