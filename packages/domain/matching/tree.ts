import type { Verdict } from '../product/criterion.ts';
import type { EligibilityFactName } from '../product/eligibility-facts.ts';
import { mayLieWithin, readIndustry, withinIndustries } from './industry.ts';

/** Whether a code lies within a branch; `unknown` where it is told too coarsely to say. */
type LiesWithin = (code: string, branch: string) => Verdict;

const liesWithinIndustry: LiesWithin = (code, branch) => {
  const industry = readIndustry(code);
  if (withinIndustries(industry, [branch])) return 'yes';
  return mayLieWithin(industry, [branch]) ? 'unknown' : 'no';
};

export const liesWithinDivision: LiesWithin = (code, branch) => {
  const place = withoutZeros(code);
  const area = withoutZeros(branch);
  if (place.startsWith(area)) return 'yes';
  return area.startsWith(place) ? 'unknown' : 'no';
};

/** A province or a city ends in zeros in GB/T 2260: `320500` is all that begins with `3205`. */
const withoutZeros = (code: string): string =>
  code.length === 6 ? code.replace(/(?:00){1,2}$/, '') : code;

/** The facts whose values are branches of a tree. */
export const trees: { readonly [Name in EligibilityFactName]?: LiesWithin } = {
  industry: liesWithinIndustry,
  district: liesWithinDivision,
};
