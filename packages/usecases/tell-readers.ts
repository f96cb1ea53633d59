import type { CaseId, NoticeId, RecordId, UnifiedCode } from '#domain/ids';
import type { Notice } from '#domain/notice/notice';
import type { Reading } from '#domain/notice/reading';
import { nameOfParty, type Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { MAX_COMMIT, type Ports } from './ports.ts';
import { committed, untilCommitted } from './until-committed.ts';

export type WithdrawnRecord = {
  readonly case: CaseId;
  readonly code: UnifiedCode;
  readonly record: RecordId;
};

/**
 * Queues a notice for everyone who had read of a firm whose record was withdrawn; a second time there is
 * nobody left to be told. Refuses: busy.
 */
export const tellReaders =
  (ports: Ports) =>
  async (
    _asker: Principal,
    withdrawn: WithdrawnRecord,
  ): Promise<Outcome<{ readonly told: number }>> => {
    let told = 0;
    let after: string | undefined;
    do {
      const page = await ports.store.list('readersOf', withdrawn.code, {
        limit: MAX_COMMIT,
        ...(after !== undefined && { after }),
      });
      const notices = page.items.map(({ value }) => noticeOf(ports, withdrawn, value));
      const outcome = await untilCommitted(() => keepNew(ports, notices));
      if (!outcome.ok) return outcome;
      told += outcome.value;
      after = page.next;
    } while (after !== undefined);
    return accept({ told });
  };

const noticeOf = (ports: Ports, withdrawn: WithdrawnRecord, { reader }: Reading): Notice => ({
  id: idOf(ports, `${withdrawn.case} ${nameOfParty(reader)}`),
  to: reader,
  kind: 'record_withdrawn',
  ...withdrawn,
  createdAt: ports.now(),
});

const idOf = (ports: Ports, name: string): NoticeId =>
  `notice_${ports.digest(`record_withdrawn ${name}`).slice(0, 40)}`;

async function keepNew(
  ports: Ports,
  notices: readonly Notice[],
): Promise<Outcome<number> | 'conflict'> {
  if (notices.length === 0) return accept(0);
  const kept = await ports.store.getMany(
    'notice',
    notices.map(({ id }) => id),
  );
  const fresh = notices.filter((_, index) => kept[index] === undefined);
  if (fresh.length === 0) return accept(0);
  const result = await ports.store.commit({
    changes: fresh.map((value) => ({ kind: 'notice', value, expected: 0 })),
    events: [],
  });
  return committed(result, fresh.length);
}
