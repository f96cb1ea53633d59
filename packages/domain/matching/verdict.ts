import type { Verdict } from '../product/criterion.ts';

/** Kleene's strong logic of three values: what nobody knows decides nothing, and nothing that is decided waits. */
export const allOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('no') ? 'no' : verdicts.includes('unknown') ? 'unknown' : 'yes';

export const anyOf = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('yes') ? 'yes' : verdicts.includes('unknown') ? 'unknown' : 'no';

export const opposite = { yes: 'no', no: 'yes', unknown: 'unknown' } as const satisfies Record<
  Verdict,
  Verdict
>;

export const yesIf = (holds: boolean): Verdict => (holds ? 'yes' : 'no');
