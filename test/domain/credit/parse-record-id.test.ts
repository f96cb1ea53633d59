import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogueIds } from '#domain/credit/catalogue';
import { parseRecordId } from '#domain/credit/parse-record-id';
import { recordId } from '#domain/credit/record';
import { CODE } from '#test/support/builders';

test('every record id that we give out is read back as itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...catalogueIds),
      fc.string({ maxLength: 300 }),
      (catalogue, key) => {
        const id = recordId(catalogue, CODE, key);
        expect(parseRecordId(id)).toBe(id);
      },
    ),
  );
});

test.each([
  '',
  'honour',
  `honour/${CODE}`,
  `moon/${CODE}/a`,
  'honour/91320594724404238A/a',
  `toString/${CODE}/a`,
  `honour/${CODE.toLowerCase()}/a`,
  `honour/${CODE}/${'a'.repeat(1_000)}`,
])('%s names no record', (text) => {
  expect(parseRecordId(text)).toBeUndefined();
});
