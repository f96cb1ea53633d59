import type { Enterprise } from '../enterprise/enterprise.ts';
import type { UnifiedCode } from '../ids.ts';
import type { FactName, FactValue } from '../scoring/facts.ts';
import type { Score } from '../scoring/score.ts';
import type { BusinessDate } from '../time.ts';

/** What matching knows of a firm. Absent means that nobody told: never zero, never a pass. */
export type Applicant = {
  readonly code: UnifiedCode;
  readonly operating: boolean;
  readonly points?: number;
  readonly grade?: string;
  /** See `hardStopsOf`; empty also where there is no score. */
  readonly hardStops: readonly string[];
  readonly facts: Readonly<Partial<Record<FactName, FactValue>>>;
  readonly size?: NonNullable<Score['size']>;
  readonly establishedOn?: BusinessDate;
  readonly industry?: string;
  readonly district?: string;
  /** Listed on the whitelist in effect. */
  readonly recommended: boolean;
};

export const applicantOf = ({
  enterprise,
  score,
  recommended,
}: {
  readonly enterprise: Enterprise;
  readonly score?: Score | undefined;
  readonly recommended: boolean;
}): Applicant => ({
  code: enterprise.code,
  operating: enterprise.status === 'operating',
  hardStops: score ? hardStopsOf(score) : [],
  facts: score?.facts ?? {},
  recommended,
  ...(score && { points: score.points, grade: score.grade }),
  ...(score?.size && { size: score.size }),
  ...(enterprise.establishedOn && { establishedOn: enterprise.establishedOn }),
  ...(enterprise.industry && { industry: enterprise.industry }),
  ...(enterprise.district && { district: enterprise.district }),
});

/** The veto that repeats what the register says: a criterion of its own, which the register decides. */
const REGISTER_VETO = 'not_operating';

/** Codes of the vetoes in force on a score (domain.md C10), without the one that the register decides. */
export const hardStopsOf = ({ vetoes }: Pick<Score, 'vetoes'>): readonly string[] =>
  vetoes.filter((veto) => veto !== REGISTER_VETO);

export function numberFact(applicant: Applicant, name: FactName): number | undefined {
  const value = applicant.facts[name];
  return typeof value === 'number' ? value : undefined;
}

export function textFact(applicant: Applicant, name: FactName): string | undefined {
  const value = applicant.facts[name];
  return typeof value === 'string' ? value : undefined;
}
