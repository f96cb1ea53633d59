import { DatabaseSync } from 'node:sqlite';

const BUSY_MS = 5_000;

/**
 * Gives dynoxide 1.2.1 the index that its stream lacks. With every write to a table with a stream it looks
 * for the highest sequence number among all records ever written, and with every GetRecords it reads them
 * all: ten thousand writes took 12 s instead of 4, and every further ten thousand longer. An index
 * on just what it asks for changes no answer. Whoever raises the pin sees whether it is still needed.
 */
export function indexStream(databaseFile: string): void {
  const database = new DatabaseSync(databaseFile, { timeout: BUSY_MS });
  try {
    database.exec(
      'CREATE INDEX IF NOT EXISTS stream_by_sequence ON _stream_records (table_name, CAST(sequence_number AS INTEGER))',
    );
  } finally {
    database.close();
  }
}
