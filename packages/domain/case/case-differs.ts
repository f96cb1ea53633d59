import { same } from '../product/same.ts';
import type { CaseTerms } from './case.ts';

const fields = {
  kind: (a, b) => a.kind === b.kind,
  code: (a, b) => a.code === b.code,
  record: (a, b) => a.record === b.record,
  statement: (a, b) => a.statement === b.statement,
  evidence: (a, b) => same(a.evidence, b.evidence),
  promised: (a, b) => a.promised === b.promised,
} as const satisfies Record<
  Exclude<keyof CaseTerms, 'id'>,
  (a: CaseTerms, b: CaseTerms) => boolean
>;

/** The first field in which two filings of one id differ, for `case_differs`; undefined = one content. */
export const caseDiffers = (a: CaseTerms, b: CaseTerms): string | undefined =>
  Object.entries(fields).find(([, agree]) => !agree(a, b))?.[0];
