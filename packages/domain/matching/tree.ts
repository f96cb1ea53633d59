import type { Verdict } from '../product/criterion.ts';
import type { EligibilityFactName } from '../product/eligibility-facts.ts';
import { mayLieWithin, readIndustry, withinIndustries } from './industry.ts';

/** Whether a code lies within a branch; `unknown` where it is told too coarsely to say. */
type WithinTree = (code: string) => (branch: string) => Verdict;

const withinIndustry: WithinTree = (code) => {
  const industry = readIndustry(code);
  return (branch) => {
    if (withinIndustries(industry, [branch])) return 'yes';
    return mayLieWithin(industry, [branch]) ? 'unknown' : 'no';
  };
};

export const withinDivision: WithinTree = (code) => {
  const place = withoutZeros(code);
  return (branch) => {
    const area = withoutZeros(branch);
    if (place.startsWith(area)) return 'yes';
    return area.startsWith(place) ? 'unknown' : 'no';
  };
};

/** A province or a city ends in zeros in GB/T 2260: `320500` is all that begins with `3205`. */
const withoutZeros = (code: string): string =>
  code.length === 6 ? code.replace(/(?:00){1,2}$/, '') : code;

/** The facts whose values are branches of a tree. */
export const trees: { readonly [Name in EligibilityFactName]?: WithinTree } = {
  industry: withinIndustry,
  district: withinDivision,
};
