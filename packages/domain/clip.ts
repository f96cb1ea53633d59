import { redacted } from './personal/redacted.ts';
import type { Refusal } from './refusal.ts';

/** Characters of a client's own words that are told back: enough to find them again. */
export const MAX_TOLD = 100;

/** Beyond this nothing is looked at: half a megabyte of a client's words would cost more than they tell. */
const MAX_LOOKED_AT = 10 * MAX_TOLD;

/** Redacted first, so that the cut leaves no half of a number; cut between characters, never through one. */
export function clip(text: string): string {
  const told = redacted(text.slice(0, MAX_LOOKED_AT));
  return text.length <= MAX_LOOKED_AT && told.length <= MAX_TOLD
    ? told
    : `${told.slice(0, MAX_TOLD - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What a refusal quotes of a request or a file must not grow as large as that. */
export const clipped = ({ field, actual, ...rest }: Refusal): Refusal => ({
  ...rest,
  ...(field !== undefined && { field: clip(field) }),
  ...(actual !== undefined && { actual: clip(actual) }),
});
