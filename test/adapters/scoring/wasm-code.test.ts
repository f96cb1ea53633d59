import { expect, test } from 'vitest';
import { reckonByKernel } from '#adapters/scoring/reckon-by-kernel';
import { stepsOf } from '#adapters/scoring/steps';
import { unsigned } from '#adapters/scoring/wasm-code';
import { emptyColumns } from '#domain/scoring/columns/columns';
import { compileCard } from '#domain/scoring/columns/compile-card';
import { OTHER, UNKNOWN } from '#domain/scoring/columns/look-up';
import { BLOCK } from '#domain/scoring/columns/reckon';
import { expertCard } from '#domain/scoring/expert-card';

test.each([
  [0, [0]],
  [127, [0x7f]],
  [128, [0x80, 1]],
  [624_485, [0xe5, 0x8e, 0x26]], // The example of the LEB128 article and of DWARF 4, 7.6.
])('%d is written in seven bits a byte, the low ones first', (value, bytes) => {
  expect(unsigned(value)).toEqual(bytes);
});

test('the steps that a value reaches sum to its entry of the table', () => {
  for (const lookUp of compileCard(expertCard).places) {
    if (lookUp.kind === 'cuts') continue;
    const { first, steps } = stepsOf(lookUp, 'whole');
    const sumAt = (value: number) =>
      steps.reduce((sum, { from, adds }) => (value >= from ? sum + adds : sum), first);
    expect(sumAt(UNKNOWN)).toBe(lookUp.unknown);
    expect(sumAt(OTHER)).toBe(lookUp.other);
    for (const [entry, packed] of lookUp.packed.subarray(0, -2).entries())
      expect(sumAt(lookUp.first + entry)).toBe(packed);
  }
});

test('a kernel takes no more firms than its memory holds', () => {
  const compiled = compileCard(expertCard);
  const columns = emptyColumns(compiled.codings, BLOCK + 1);
  expect(() => reckonByKernel(compiled)(columns, { start: 0, end: BLOCK + 1 })).toThrow(
    'a block at a time',
  );
});
