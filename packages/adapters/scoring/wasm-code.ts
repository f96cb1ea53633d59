/** Bytes of instructions; WebAssembly Core 2.0, section 5.4. */
export type Code = readonly number[];

/** An unsigned whole number in LEB128. */
export function unsigned(value: number): Code {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) bytes.push((rest & 0x7f) | 0x80);
  return [...bytes, rest];
}

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
/** The address is taken from the stack; `offset` is added to it. */
const memory = (opcode: number, alignment: number) => (offset: number) => [
  ...simd(opcode),
  alignment,
  ...unsigned(offset),
];

const EMPTY = 0x40;

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number): Code => [0x21, ...unsigned(local)];
export const tee = (local: number): Code => [0x22, ...unsigned(local)];
/** A whole number of 0 to 63, which is a byte in signed LEB128. */
export const small = (value: number): Code => [0x41, value];
export const addScalar: Code = [0x6a];
/** Goes round until `again` leaves 0. */
export const loop = (...body: readonly Code[]): Code => [
  0x03,
  EMPTY,
  ...body.flat(),
  0x0d,
  0,
  0x0b,
];
export const below: Code = [0x49];

/** Four whole numbers of 32 bits, or two floating ones of 64. */
export const load = memory(0x00, 2);
export const splat = memory(0x09, 2);
export const splatDouble = memory(0x0a, 3);
export const store = memory(0x0b, 2);
export const equal = simd(0x37);
export const above = simd(0x3b);
export const atLeastDouble = simd(0x4c);
export const and = simd(0x4e);
/** The first, but for the bits of the second. */
export const without = simd(0x4f);
export const or = simd(0x50);
export const shiftLeft = simd(0xab);
export const shiftSign = simd(0xac);
export const shiftRight = simd(0xad);
export const add = simd(0xae);
export const subtract = simd(0xb1);
export const lesser = simd(0xb6);
export const greater = simd(0xb8);
/** Of twice two lanes of 64 bits, the lower halves as four of 32. */
export const halves: Code = [
  ...simd(0x0d),
  ...[0, 8, 16, 24].flatMap((byte) => [byte, byte + 1, byte + 2, byte + 3]),
];
