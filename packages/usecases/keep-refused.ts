import { assert } from '#domain/assert';
import type { RefusedRow } from '#domain/credit/batch';
import type { BatchId } from '#domain/ids';
import type { Change, Ports, Refusals } from './ports.ts';

const MAX_ROWS = 100;
/** Characters of one item: at three bytes each they fit into one even where nothing can be packed. */
export const MAX_ITEM_CHARACTERS = 100_000;
/** A commit holds 4 MB. */
const ITEMS_PER_COMMIT = 10;

type Refused = {
  readonly batch: BatchId;
  readonly part: number;
  readonly rows: readonly RefusedRow[];
};

/**
 * Keeps the refused rows of a stretch. A stretch that is repeated finds them there already, under the same
 * ids and the same in content: then nothing is left to do.
 */
export async function keepRefused(ports: Ports, refused: Refused): Promise<void> {
  const items = itemsOf(refused);
  for (let start = 0; start < items.length; start += ITEMS_PER_COMMIT) {
    const result = await ports.store.commit({
      changes: items
        .slice(start, start + ITEMS_PER_COMMIT)
        .map((value): Change => ({ kind: 'refusals', value, expected: 0 })),
      events: [],
    });
    assert(result !== 'too_large', 'refused rows are cut to what an item holds');
  }
}

function itemsOf({ batch, part, rows }: Refused): readonly Refusals[] {
  const items: { rows: RefusedRow[]; length: number }[] = [];
  for (const row of rows) {
    const length = JSON.stringify(row).length;
    const last = items.at(-1);
    if (last && last.rows.length < MAX_ROWS && last.length + length <= MAX_ITEM_CHARACTERS) {
      last.rows.push(row);
      last.length += length;
    } else items.push({ rows: [row], length });
  }
  return items.map((item) => ({
    batch,
    part,
    fromLine: item.rows[0]?.line ?? 0,
    rows: item.rows,
  }));
}
