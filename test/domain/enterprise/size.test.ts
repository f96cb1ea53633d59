import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SizeQuestion, sizeOf } from '#domain/enterprise/size';
import { sizeRows, sizeStandardVersion } from '#domain/enterprise/size-standard';
import { yuan } from '#domain/money';

const wan = (amount: number) => yuan(amount * 10_000);
const order = ['micro', 'small', 'medium', 'large'];
const rank = (question: SizeQuestion) => order.indexOf(sizeOf(question).size ?? '');

describe('the size of a firm', () => {
  // X persons, Y and Z 万元: the vectors of domain.md C3, then the bounds of other rows.
  test.each([
    ['C3921', { x: 19, y: 5_000 }, 'micro'],
    ['C3921', { x: 20, y: 300 }, 'small'],
    ['C3921', { x: 300, y: 1_999 }, 'small'],
    ['C3921', { x: 300, y: 2_000 }, 'medium'],
    ['C3921', { x: 1_000, y: 39_999 }, 'medium'],
    ['C3921', { x: 1_000, y: 40_000 }, 'large'],
    ['K7010', { y: 1_000, z: 4_999 }, 'small'],
    ['M7310', { x: 99 }, 'small'],
    ['M7310', { x: 9 }, 'micro'],
    ['A01', { y: 20_000 }, 'large'],
    ['E47', { y: 80_000, z: 79_999 }, 'medium'],
    ['F51', { x: 5, y: 1_000 }, 'small'],
    ['F5211', { x: 9, y: 1_000_000 }, 'micro'],
    ['L', { x: 300, z: 8_000 }, 'medium'],
    ['I65', { x: 10, y: 50 }, 'small'],
  ])('%s with %o is %s', (industry, { x, y, z }: { x?: number; y?: number; z?: number }, size) => {
    const answer = sizeOf({
      industry,
      ...(x !== undefined && { employees: x }),
      ...(y !== undefined && { revenue: wan(y) }),
      ...(z !== undefined && { assets: wan(z) }),
    });
    expect(answer.size).toBe(size);
  });

  test.each([
    ['A0511', 'farming'],
    ['B06', 'industry'],
    ['D', 'industry'],
    ['3921', 'industry'],
    ['43', 'industry'],
    ['E50', 'construction'],
    ['51', 'wholesale'],
    ['F52', 'retail'],
    ['G54', 'transport'],
    ['G5910', 'transport'],
    ['591', 'transport'],
    ['G59', 'storage'],
    ['G5990', 'storage'],
    ['G60', 'post'],
    ['H61', 'lodging'],
    ['H62', 'catering'],
    ['I63', 'telecommunications'],
    ['I6420', 'telecommunications'],
    ['I65', 'software'],
    ['K7010', 'real_estate'],
    ['K7020', 'property_management'],
    ['K7030', 'other'],
    ['L72', 'leasing_and_business'],
    ['M73', 'other'],
    ['Q85', 'other'],
    ['R90', 'other'],
  ])('%s is of the class %s', (industry, sizeClass) => {
    expect(sizeOf({ industry, employees: 1, revenue: wan(1), assets: wan(1) })).toMatchObject({
      size: 'micro',
      class: sizeClass,
      standard: sizeStandardVersion,
    });
  });

  test.each(['G53', 'J66', 'P83', 'Q84', 'S', 'T97', '53', 'C51', '98', 'X1'])(
    '%s is not covered by the standard',
    (industry) => {
      expect(sizeOf({ industry, employees: 1 })).toEqual({
        size: undefined,
        missing: 'industry_not_covered',
      });
    },
  );

  test.each([
    [{}, ['industry']],
    [{ industry: 'F' }, ['industry']], // Wholesale or retail?
    [{ industry: 'K70' }, ['industry']],
    [{ industry: 'C39' }, ['employees', 'revenue']],
    [{ industry: 'C39', employees: 1 }, ['revenue']],
    [{ industry: 'E47', revenue: wan(10) }, ['assets']],
    [{ industry: 'L71', assets: wan(10) }, ['employees']],
  ])('%o lacks %o: missing is not zero', (question, missing) => {
    expect(sizeOf(question)).toEqual({ size: undefined, missing });
  });

  test('the grounds tell which indicator held the size down', () => {
    expect(sizeOf({ industry: 'C39', employees: 1_000, revenue: wan(300) })).toMatchObject({
      size: 'small',
      grounds: [
        { indicator: 'employees', value: 1_000, reaches: 'large' },
        { indicator: 'revenue', value: wan(300), reaches: 'small' },
      ],
    });
  });

  const aFirm = fc.record({
    industry: fc.constantFrom(...sizeRows.flatMap((row): readonly string[] => row.industries)),
    employees: fc.nat(3_000),
    revenue: fc.nat(300_000).map(wan),
    assets: fc.nat(300_000).map(wan),
  });

  test('raising an indicator never lowers the size', () => {
    fc.assert(
      fc.property(aFirm, fc.nat(1_000), fc.nat(100_000), (firm, persons, amount) => {
        const now = rank(firm);
        expect(rank({ ...firm, employees: firm.employees + persons })).toBeGreaterThanOrEqual(now);
        expect(rank({ ...firm, revenue: wan(amount + 300_000) })).toBeGreaterThanOrEqual(now);
        expect(rank({ ...firm, assets: wan(amount + 300_000) })).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  test('bounds fall strictly from large to small in every row', () => {
    for (const { bounds } of sizeRows)
      for (const [large, medium, small] of Object.values(bounds)) {
        expect(large).toBeGreaterThan(medium);
        expect(medium).toBeGreaterThan(small);
      }
    expect(sizeRows).toHaveLength(16);
  });
});
