import { INDUSTRY_PREFIX, readIndustry } from '../matching/industry.ts';
import type { Refusal } from '../refusal.ts';

/** Both ends included. */
export type Bounds = { readonly min: number; readonly max: number };

/** Refuses a number that is no whole one within the bounds: out_of_range. */
export const outside = (field: string, value: number, { min, max }: Bounds): Refusal[] =>
  Number.isSafeInteger(value) && value >= min && value <= max
    ? []
    : [{ code: 'out_of_range', field, expected: `${min}..${max}`, actual: String(value) }];

/** Refuses a range whose ends lie outside the bounds or stand the wrong way round: out_of_range. */
export function badRange(field: string, range: Bounds, bounds: Bounds): Refusal[] {
  const ends = [
    ...outside(`${field}.min`, range.min, bounds),
    ...outside(`${field}.max`, range.max, bounds),
  ];
  return ends.length > 0 ? ends : outside(`${field}.max`, range.max, { ...bounds, min: range.min });
}

/** Refuses a list without an item: required; or with more than `max`: too_long. */
export function badList(field: string, list: readonly unknown[], max: number): Refusal[] {
  if (list.length === 0) return [{ code: 'required', field, expected: '1 or more' }];
  if (list.length <= max) return [];
  return [{ code: 'too_long', field, expected: `at most ${max}`, actual: String(list.length) }];
}

/** Refuses what stands in a list before: repeated, at its place. */
export const repeats = (field: string, list: readonly string[]): Refusal[] =>
  list.flatMap((item, place) => {
    const first = list.indexOf(item);
    return first === place ? [] : [repeated(`${field}[${place}]`, `${field}[${first}]`)];
  });

export const repeated = (field: string, before: string): Refusal => ({
  code: 'repeated',
  field,
  expected: `once, as ${before}`,
});

/** Refuses a text that is blank: required; or longer than `max` characters: too_long. */
export function badText(field: string, text: string, max: number): Refusal[] {
  if (text.trim() === '') return [{ code: 'required', field, expected: 'not blank' }];
  if (text.length <= max) return [];
  return [{ code: 'too_long', field, expected: `<= ${max}`, actual: String(text.length) }];
}

/** Refuses what is no prefix of GB/T 4754, since no firm could ever lie within it: not_in_list. */
export const badIndustries = (field: string, codes: readonly string[]): Refusal[] =>
  codes
    .filter((code) => !isIndustryPrefix(code))
    .map((actual) => ({
      code: 'not_in_list',
      field,
      expected: 'GB/T 4754: C, C39, 3921',
      actual,
    }));

/** Its letter, where it has one, is that of its digits: `C66` is none, since 66 lies in J. */
function isIndustryPrefix(code: string): boolean {
  if (!INDUSTRY_PREFIX.test(code)) return false;
  const { section, digits } = readIndustry(code);
  return digits === '' || (section !== '' && (code === digits || code.startsWith(section)));
}

/** GB/T 2260: a province, a city, a county. */
const DIVISION_PREFIX = /^[1-8]\d(?:\d\d){0,2}$/;

/** Refuses what is no prefix of a division code, since no firm could ever lie within it: not_in_list. */
export const badDivisions = (field: string, codes: readonly string[]): Refusal[] =>
  codes
    .filter((code) => !DIVISION_PREFIX.test(code))
    .map((actual) => ({
      code: 'not_in_list',
      field,
      expected: 'GB/T 2260: 32, 3205, 320508',
      actual,
    }));
