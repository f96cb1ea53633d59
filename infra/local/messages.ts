import { EventEmitter } from 'node:events';
import { DatabaseSync } from 'node:sqlite';

/** A message to send: the logical id of a queue or of a state machine to start, and the body. */
export type Letter = { readonly queue: string; readonly body: string };

export type Message = {
  readonly id: number;
  readonly body: string;
  readonly sentAt: number;
  readonly firstReceivedAt: number;
  /** This receipt included. */
  readonly receives: number;
};

export type Counts = { readonly waiting: number; readonly inFlight: number };

/** How far a stream has been read: the sequence number of the last record whose letters are queued. */
export type Position = { readonly stream: string; readonly sequence: string };

/**
 * All queues of one machine, in one file. Sending outlives a power cut before it returns, and takes the
 * position of the stream along in the same transaction, so that neither can be without the other.
 * Receiving and removing may be undone by a power cut: then a message comes twice, as on SQS.
 * All times are epoch milliseconds.
 */
export type Messages = {
  readonly send: (letters: readonly Letter[], position?: Position) => void;
  readonly receive: (
    queue: string,
    options: { readonly max: number; readonly now: number; readonly invisibleUntil: number },
  ) => readonly Message[];
  readonly remove: (ids: readonly number[]) => void;
  /** Changes when messages of a queue become visible again; whoever waits there looks anew. */
  readonly release: (queue: string, ids: readonly number[], visibleAt: number) => void;
  /** Puts a message into another queue, as new. */
  readonly move: (ids: readonly number[], queue: string, now: number) => void;
  readonly count: (queue: string, now: number) => Counts;
  /** How many could be received now, counted to `atMost`. */
  readonly ready: (queue: string, now: number, atMost: number) => number;
  readonly nextVisibleAt: (queue: string) => number | undefined;
  readonly position: (stream: string) => string | undefined;
  /** Calls back whenever something arrives in the queue or is given back; answers how to stop that. */
  readonly onArrival: (queue: string, callback: () => void) => () => void;
  readonly close: () => void;
};

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL, sentAt INTEGER NOT NULL,
    visibleAt INTEGER NOT NULL, receives INTEGER NOT NULL DEFAULT 0, firstReceivedAt INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS message_by_time ON message (queue, visibleAt, id);
  CREATE TABLE IF NOT EXISTS position (stream TEXT PRIMARY KEY, sequence TEXT NOT NULL) STRICT;
`;

export function openMessages(file: string): Messages {
  const db = new DatabaseSync(file);
  db.exec(SCHEMA);
  // Whoever was handling these is gone: one process owns the file.
  db.prepare('UPDATE message SET visibleAt = ? WHERE visibleAt > ?').run(Date.now(), Date.now());
  const arrivals = new EventEmitter().setMaxListeners(0);
  const transaction = transactions(db);
  const statements = prepare(db);
  return {
    send: (letters, position) => {
      const now = Date.now();
      db.exec('PRAGMA synchronous = FULL');
      transaction(() => {
        for (const { queue, body } of letters) statements.insert.run(queue, body, now, now);
        if (position !== undefined) statements.advance.run(position.stream, position.sequence);
      });
      db.exec('PRAGMA synchronous = NORMAL');
      for (const queue of new Set(letters.map((letter) => letter.queue))) arrivals.emit(queue);
    },
    receive: (queue, { max, now, invisibleUntil }) =>
      transaction(() =>
        statements.receive.all(invisibleUntil, now, queue, now, max).map(messageOf),
      ),
    remove: (ids) =>
      transaction(() => {
        for (const id of ids) statements.remove.run(id);
      }),
    release: (queue, ids, visibleAt) => {
      transaction(() => {
        for (const id of ids) statements.release.run(visibleAt, id);
      });
      arrivals.emit(queue);
    },
    move: (ids, queue, now) => {
      transaction(() => {
        for (const id of ids) statements.move.run(queue, now, id);
      });
      arrivals.emit(queue);
    },
    count: (queue, now) => {
      const [all = 0, waiting = 0] = numbers(statements.count.get(now, queue));
      return { waiting, inFlight: all - waiting };
    },
    ready: (queue, now, atMost) => numbers(statements.ready.get(queue, now, atMost))[0] ?? 0,
    nextVisibleAt: (queue) => numbers(statements.next.get(queue))[0],
    position: (stream) => {
      const found = statements.position.get(stream)?.sequence;
      return typeof found === 'string' ? found : undefined;
    },
    onArrival: (queue, callback) => {
      arrivals.on(queue, callback);
      return () => arrivals.off(queue, callback);
    },
    close: () => db.close(),
  };
}

const prepare = (db: DatabaseSync) => ({
  insert: db.prepare('INSERT INTO message (queue, body, sentAt, visibleAt) VALUES (?, ?, ?, ?)'),
  receive: db.prepare(`
    UPDATE message SET visibleAt = ?, receives = receives + 1, firstReceivedAt = ifnull(firstReceivedAt, ?)
    WHERE id IN (SELECT id FROM message WHERE queue = ? AND visibleAt <= ? ORDER BY visibleAt, id LIMIT ?)
    RETURNING id, body, sentAt, firstReceivedAt, receives`),
  remove: db.prepare('DELETE FROM message WHERE id = ?'),
  release: db.prepare('UPDATE message SET visibleAt = ? WHERE id = ?'),
  move: db.prepare('UPDATE message SET queue = ?, visibleAt = ?, receives = 0 WHERE id = ?'),
  count: db.prepare('SELECT count(*), total(visibleAt <= ?) FROM message WHERE queue = ?'),
  ready: db.prepare(
    'SELECT count(*) FROM (SELECT 1 FROM message WHERE queue = ? AND visibleAt <= ? LIMIT ?)',
  ),
  next: db.prepare('SELECT min(visibleAt) FROM message WHERE queue = ?'),
  position: db.prepare('SELECT sequence FROM position WHERE stream = ?'),
  advance: db.prepare(
    'INSERT INTO position VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET sequence = excluded.sequence',
  ),
});

const transactions =
  (db: DatabaseSync) =>
  <Result>(work: () => Result): Result => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };

type Row = Readonly<Record<string, unknown>>;

const numbers = (row: Row | undefined): readonly number[] =>
  Object.values(row ?? {}).filter((value) => typeof value === 'number');

const messageOf = (row: Row): Message => ({
  id: Number(row.id),
  body: String(row.body),
  sentAt: Number(row.sentAt),
  firstReceivedAt: Number(row.firstReceivedAt),
  receives: Number(row.receives),
});
