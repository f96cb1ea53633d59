import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { RawItem } from './an-audit.ts';
import type { Chance } from './chance.ts';

/** The item with one byte of one attribute changed; a text stays one in UTF-8, a number a number. */
export const flipByte = (item: RawItem, attribute: string, chance: Chance): RawItem => ({
  ...item,
  [attribute]: flippedValue(item[attribute], chance),
});

function flippedValue(value: AttributeValue | undefined, chance: Chance): AttributeValue {
  if (value?.N !== undefined) {
    const other = String((Number(value.N.at(-1)) + 1 + chance.below(9)) % 10);
    return { N: value.N.slice(0, -1) + other };
  }
  if (value?.S === undefined) throw new Error('The audit holds texts and numbers alone.');
  const bytes = Buffer.from(value.S);
  for (;;) {
    const at = chance.below(bytes.length);
    const flipped = Buffer.from(bytes);
    flipped[at] = (bytes[at] ?? 0) ^ (1 << chance.below(7));
    const text = flipped.toString('utf8');
    if (Buffer.from(text).equals(flipped) && flipped[at] !== 0) return { S: text };
  }
}
