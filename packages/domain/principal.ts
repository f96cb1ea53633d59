/**
 * Who asks. Every use-case receives it, so that the policy table, the consent check and the audit
 * of a later sign-in have their place; until then the doors say `office` and record that nobody signed in.
 */
export type Principal = {
  readonly kind: 'office' | 'bank' | 'firm' | 'department' | 'system' | 'public';
  /** The person or machine, stable and opaque. */
  readonly id: string;
};

export const SYSTEM: Principal = { kind: 'system', id: 'system' };
