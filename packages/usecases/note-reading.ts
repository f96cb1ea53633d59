import type { UnifiedCode } from '#domain/ids';
import type { Reading } from '#domain/notice/reading';
import { nameOfParty, type Principal, partyOf } from '#domain/principal';
import type { Command } from '#domain/refusal';
import { dateOf } from '#domain/time';
import type { Ports } from './ports.ts';

/**
 * Notes once a day that somebody has read of a firm, so that they can be told when what they read is no
 * longer so. A firm that reads of itself, and the platform's own work, are not noted.
 */
export async function noteReading(
  ports: Ports,
  asker: Principal,
  code: UnifiedCode,
): Promise<void> {
  const { kind, organisation } = asker;
  if (kind === 'system' || (kind === 'firm' && organisation === code)) return;
  const kept = await ports.store.get('reading', `${code}/${nameOfParty(asker)}`);
  const now = ports.now();
  if (kept && dateOf(kept.value.lastAt) === dateOf(now)) return;
  const value: Reading = {
    code,
    reader: partyOf(asker),
    firstAt: kept?.value.firstAt ?? now,
    lastAt: now,
  };
  // A conflict means that the same reader was noted at the same moment.
  await ports.store.commit({
    changes: [{ kind: 'reading', value, expected: kept?.version ?? 0 }],
    events: [],
  });
}

/** The same command, which notes who has got an answer about which firm before it is given. */
export const noting =
  <Input, Answer>(
    ports: Ports,
    read: Command<Input, Answer>,
    codeOf: (input: Input) => UnifiedCode,
  ): Command<Input, Answer> =>
  async (asker, input) => {
    const outcome = await read(asker, input);
    if (outcome.ok) await noteReading(ports, asker, codeOf(input));
    return outcome;
  };
