import type { Verdict } from '../product/criterion.ts';
import type { EligibilityFactName } from '../product/eligibility-facts.ts';
import { mayLieWithin, readIndustry, withinIndustries } from './industry.ts';

/** Whether a code lies within one of the prefixes; `unknown` where it is told too coarsely to say. */
type LiesWithin = (code: string, prefixes: readonly string[]) => Verdict;

const liesWithinIndustries: LiesWithin = (code, prefixes) => {
  const industry = readIndustry(code);
  if (withinIndustries(industry, prefixes)) return 'yes';
  return mayLieWithin(industry, prefixes) ? 'unknown' : 'no';
};

export const liesWithinDivisions: LiesWithin = (code, prefixes) => {
  const place = withoutZeros(code);
  const areas = prefixes.map(withoutZeros);
  if (areas.some((area) => place.startsWith(area))) return 'yes';
  return areas.some((area) => area.startsWith(place)) ? 'unknown' : 'no';
};

/** A province or a city ends in zeros in GB/T 2260: `320500` is all that begins with `3205`. */
const withoutZeros = (code: string): string =>
  code.length === 6 ? code.replace(/(?:00){1,2}$/, '') : code;

/** The facts whose values are branches of a tree. */
export const trees: { readonly [Name in EligibilityFactName]?: LiesWithin } = {
  industry: liesWithinIndustries,
  district: liesWithinDivisions,
};
