/** The last division of each section, in order: GB/T 4754-2017 (domain.md C4). */
const sections = {
  A: 5,
  B: 12,
  C: 43,
  D: 46,
  E: 50,
  F: 52,
  G: 60,
  H: 62,
  I: 65,
  J: 69,
  K: 70,
  L: 72,
  M: 75,
  N: 79,
  O: 82,
  P: 83,
  Q: 85,
  R: 90,
  S: 96,
  T: 97,
} as const satisfies Record<string, number>;

/** A section letter, or two to four digits with or without it: `C`, `C39`, `3921`. */
export const INDUSTRY_PREFIX = /^(?:[A-T]|[A-T]?\d{2,4})$/;

/** `digits` is empty where the section alone is known; they decide the section: `3921` and `C3921` are one. */
export type Industry = { readonly section: string; readonly digits: string };

export function readIndustry(code: string): Industry {
  const digits = withoutLetter(code);
  if (digits.length < 2) return { section: code.slice(0, 1).toUpperCase(), digits: '' };
  const division = Number(digits.slice(0, 2));
  const found = Object.entries(sections).find(([, last]) => division <= last);
  return { section: found?.[0] ?? '', digits };
}

export const withinIndustries = (industry: Industry, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => covers(prefix, industry));

/**
 * The industry lies within one of the prefixes, or is told too coarsely to rule it out: `J` may be `J66`.
 * Exclusions ask this, since what is not known is not a pass.
 */
export const mayLieWithin = (industry: Industry, prefixes: readonly string[]): boolean =>
  prefixes.some((prefix) => covers(prefix, industry) || coarserThan(prefix, industry));

const covers = (prefix: string, { section, digits }: Industry): boolean =>
  prefix.length === 1 ? prefix === section : digits.startsWith(withoutLetter(prefix));

const coarserThan = (prefix: string, { section, digits }: Industry): boolean =>
  digits === ''
    ? readIndustry(prefix).section === section
    : withoutLetter(prefix).startsWith(digits);

const withoutLetter = (code: string): string => (code.charAt(0) > '9' ? code.slice(1) : code);
