import { assert } from '#domain/assert';

/** Node decodes GB18030 but does not encode it: the table is turned round, for two-byte characters alone. */
const codes = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gb18030');
for (let first = 0x81; first <= 0xfe; first += 1)
  for (let second = 0x40; second <= 0xfe; second += 1)
    codes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);

export const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < '\u0080') return [character.charCodeAt(0)];
      const code = codes.get(character);
      assert(code !== undefined, `${character} has two bytes in GB18030`);
      return [...code];
    }),
  );
