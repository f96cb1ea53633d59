import type { RawItem } from './an-audit.ts';
import type { Chance } from './chance.ts';

/** Bytes of an attribute: of a number those of its digits. */
export const bytesOf = (item: RawItem, attribute: string): Buffer =>
  Buffer.from(item[attribute]?.S ?? item[attribute]?.N ?? '');

/** The item with one byte of an attribute changed; a text stays one in UTF-8, a number a number. */
export function flipByte(
  item: RawItem,
  { attribute, at }: { readonly attribute: string; readonly at: number },
  chance: Chance,
): RawItem {
  const bytes = bytesOf(item, attribute);
  if (item[attribute]?.N !== undefined) {
    bytes[at] = 0x30 + (((bytes[at] ?? 0) - 0x30 + 1 + chance.below(9)) % 10);
    return { ...item, [attribute]: { N: bytes.toString() } };
  }
  for (;;) {
    const flipped = Buffer.from(bytes);
    flipped[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
    const text = flipped.toString('utf8');
    if (Buffer.from(text).equals(flipped) && flipped[at] !== 0)
      return { ...item, [attribute]: { S: text } };
  }
}
