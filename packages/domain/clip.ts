import type { Refusal } from './refusal.ts';

/** Characters of a client's own words that are told back: enough to find them again. */
export const MAX_TOLD = 100;

/** Cut between characters, never through one. */
export const clip = (text: string): string =>
  text.length <= MAX_TOLD
    ? text
    : `${text.slice(0, MAX_TOLD - 1).replace(/[\ud800-\udbff]$/, '')}…`;

/** What a refusal quotes of a request or a file must not grow as large as that. */
export const clipped = ({ field, actual, ...rest }: Refusal): Refusal => ({
  ...rest,
  ...(field !== undefined && { field: clip(field) }),
  ...(actual !== undefined && { actual: clip(actual) }),
});
