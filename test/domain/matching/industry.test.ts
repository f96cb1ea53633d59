import { expect, test } from 'vitest';
import { mayLieWithin, readIndustry, withinIndustries } from '#domain/matching/industry';

/** First and last division of each section: GB/T 4754-2017 (domain.md C4). */
test.each([
  ['A', '01', '05'],
  ['B', '06', '12'],
  ['C', '13', '43'],
  ['D', '44', '46'],
  ['E', '47', '50'],
  ['F', '51', '52'],
  ['G', '53', '60'],
  ['H', '61', '62'],
  ['I', '63', '65'],
  ['J', '66', '69'],
  ['K', '70', '70'],
  ['L', '71', '72'],
  ['M', '73', '75'],
  ['N', '76', '79'],
  ['O', '80', '82'],
  ['P', '83', '83'],
  ['Q', '84', '85'],
  ['R', '86', '90'],
  ['S', '91', '96'],
  ['T', '97', '97'],
])('section %s holds the divisions %s to %s, letter or not', (section, first, last) => {
  for (const digits of [first, last, `${last}11`]) {
    expect(readIndustry(digits)).toEqual({ section, digits });
    expect(readIndustry(section + digits)).toEqual({ section, digits });
  }
});

test.each([
  ['C3921', ['C'], true, true],
  ['C3921', ['D', '392'], true, true],
  ['3921', ['C3921'], true, true],
  ['C39', ['C3921'], false, true],
  ['C', ['C39', 'D'], false, true],
  ['C', ['39'], false, true],
  ['C', ['D', '44'], false, false],
  ['C3921', ['C38', 'D', '3922'], false, false],
])('%s within %j: %s; maybe: %s', (code, prefixes, within, maybe) => {
  expect(withinIndustries(readIndustry(code), prefixes)).toBe(within);
  expect(mayLieWithin(readIndustry(code), prefixes)).toBe(maybe);
});
