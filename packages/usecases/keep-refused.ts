import { assert } from '#domain/assert';
import type { RefusedRow } from '#domain/credit/batch';
import type { BatchId } from '#domain/ids';
import { type MaskedRow, maskRow } from '#domain/personal/mask-row';
import { eachAtOnce } from './each-at-once.ts';
import type { Change, KeptRow, Ports, Refusals } from './ports.ts';

const MAX_ROWS = 100;
/** Characters of one item: at three bytes each they fit into one even where nothing can be packed. */
export const MAX_ITEM_CHARACTERS = 100_000;
/** A commit holds 4 MB. */
const ITEMS_PER_COMMIT = 10;
/** Rows that are sealed at the same time. */
const SEALED_AT_ONCE = 16;
/** Base64 takes four characters for three bytes, a Chinese character three bytes; a header comes on top. */
const CIPHER_PER_CHARACTER = 4;
const CIPHER_HEADER = 600;

type Refused = {
  readonly batch: BatchId;
  readonly part: number;
  readonly rows: readonly RefusedRow[];
  /** Is a column of the file one of people's data? */
  readonly isPersonal: (column: string) => boolean;
};

/**
 * Keeps the refused rows of a stretch: what is personal in them masked, and sealed beside it for whoever has to mend
 * them. A stretch that is repeated finds them there already, under the same ids and with the same content, sealed
 * anew or not: then nothing is left to do.
 */
export async function keepRefused(ports: Ports, refused: Refused): Promise<void> {
  const items = itemsOf(refused);
  for (let start = 0; start < items.length; start += ITEMS_PER_COMMIT) {
    const changes: Change[] = [];
    for (const { rows, ...item } of items.slice(start, start + ITEMS_PER_COMMIT)) {
      const kept = await eachAtOnce(rows, SEALED_AT_ONCE, (row) => sealed(ports, row));
      const value: Refusals = { ...item, rows: kept, keptOn: ports.today() };
      changes.push({ kind: 'refusals', value, expected: 0 });
    }
    const result = await ports.store.commit({ changes, events: [] });
    assert(result !== 'too_large', 'refused rows are cut to what an item holds');
  }
}

async function sealed({ vault }: Ports, { row, unmasked }: MaskedRow): Promise<KeptRow> {
  return unmasked ? { ...row, sealed: await vault.lock(JSON.stringify(unmasked)) } : row;
}

type Item = Pick<Refusals, 'batch' | 'part' | 'fromLine'> & { readonly rows: readonly MaskedRow[] };

/** By what is to be kept before it is sealed: the same rows make the same items, whatever their ciphers. */
function itemsOf({ batch, part, rows, isPersonal }: Refused): readonly Item[] {
  const items: { rows: MaskedRow[]; length: number }[] = [];
  for (const row of rows) {
    const masked = maskRow(row, isPersonal);
    const length = lengthOf(masked);
    const last = items.at(-1);
    if (last && last.rows.length < MAX_ROWS && last.length + length <= MAX_ITEM_CHARACTERS) {
      last.rows.push(masked);
      last.length += length;
    } else items.push({ rows: [masked], length });
  }
  return items.map((item) => ({
    batch,
    part,
    fromLine: item.rows[0]?.row.line ?? 0,
    rows: item.rows,
  }));
}

const lengthOf = ({ row, unmasked }: MaskedRow): number =>
  JSON.stringify(row).length +
  (unmasked ? JSON.stringify(unmasked).length * CIPHER_PER_CHARACTER + CIPHER_HEADER : 0);
