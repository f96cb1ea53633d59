import { adversaries } from './adversaries.ts';
import type { Chance } from './chance.ts';
import { samples } from './samples.ts';

const malices = Object.values(adversaries);

/** A file to read: noise, a valid one cut, changed or grown, or one that was made to do harm. */
export function fileOf(chance: Chance): Uint8Array {
  const kind = chance.below(10);
  if (kind === 0) return noise(chance);
  if (kind < 6) return spoiled(chance.of(samples), chance);
  const file = malices[chance.below(malices.length)]?.(chance) ?? noise(chance);
  return chance.below(4) === 0 ? spoiled(file, chance) : file;
}

const magics: readonly [readonly number[], ...(readonly number[])[]] = [
  [],
  [0x1f, 0x8b],
  [0x50, 0x4b, 3, 4],
  [0x50, 0x4b, 5, 6],
  [0x5b],
  [0x7b],
  [0xef, 0xbb, 0xbf],
  [0x81, 0x30],
];

function noise(chance: Chance): Uint8Array {
  return Uint8Array.from([...chance.of(magics), ...chance.bytes(chance.below(2000))]);
}

/** A file cut, changed or grown at some place. */
export function spoiled(file: Uint8Array, chance: Chance): Uint8Array {
  const copy = Uint8Array.from(file);
  const at = chance.below(copy.length + 1);
  const end = at + chance.below(64);
  switch (chance.below(6)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(end)]);
    case 2:
      return Buffer.concat([
        copy.subarray(0, at),
        chance.bytes(chance.below(64)),
        copy.subarray(at),
      ]);
    case 3:
      return Buffer.concat([copy, copy.subarray(at)]);
    case 4:
      return copy.fill(chance.below(256), at, end);
    default:
      for (let flips = 0; flips <= chance.below(4); flips += 1) {
        const place = chance.below(copy.length);
        copy[place] = (copy[place] ?? 0) ^ (1 << chance.below(8));
      }
      return copy;
  }
}
