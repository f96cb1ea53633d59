import type { DataCategory } from '../consent/data-categories.ts';
import type { Enterprise } from '../enterprise/enterprise.ts';
import type { UnifiedCode } from '../ids.ts';
import type { Declared } from '../need/need.ts';
import {
  type EligibilityFactName,
  eligibilityFact,
  eligibilityFactNames,
} from '../product/eligibility-facts.ts';
import type { FactValue } from '../scoring/facts.ts';
import type { Score } from '../scoring/score.ts';
import type { BusinessDate } from '../time.ts';
import { ageMonths } from './age.ts';

export type ApplicantFacts = {
  readonly [Name in EligibilityFactName]?: FactValue | readonly string[];
};

/** What matching knows of a firm on a day. Absent means that nobody told: never zero, never a pass. */
export type Applicant = {
  readonly code: UnifiedCode;
  readonly operating: boolean;
  /** See `hardStopsOf`; empty also where there is no score. */
  readonly hardStops: readonly string[];
  readonly facts: ApplicantFacts;
  /** Facts that are there and that the need keeps back. */
  readonly withheld: readonly EligibilityFactName[];
};

export function applicantOf({
  enterprise,
  score,
  recommended,
  declared,
  discloses,
  asOf,
}: {
  readonly enterprise: Enterprise;
  readonly score?: Score | undefined;
  readonly recommended: boolean;
  readonly declared?: Declared | undefined;
  readonly discloses?: readonly DataCategory[] | undefined;
  readonly asOf: BusinessDate;
}): Applicant {
  const age = ageMonths(enterprise.establishedOn, score?.facts['age_months'], asOf);
  const lists = score && listsOf(score, recommended);
  const told: ApplicantFacts = {
    ...score?.facts,
    ...(score && { points: score.points, grade: score.grade }),
    ...(score?.size && { size: score.size }),
    ...(lists && { lists }),
    ...(age !== undefined && { age_months: age }),
    ...(enterprise.industry && { industry: enterprise.industry }),
    ...(enterprise.district && { district: enterprise.district }),
    ...(declared?.existingLoans !== undefined && { existing_loans_fen: declared.existingLoans }),
    ...(declared?.existingLenders !== undefined && { existing_lenders: declared.existingLenders }),
    ...(declared?.firstTimeBorrower !== undefined && {
      first_time_borrower: declared.firstTimeBorrower,
    }),
    ...(declared?.collateralValue !== undefined && {
      collateral_value_fen: declared.collateralValue,
    }),
  };
  const withheld = eligibilityFactNames.filter(
    (name) => told[name] !== undefined && undisclosedOf(name, discloses).length > 0,
  );
  return {
    code: enterprise.code,
    operating: enterprise.status === 'operating',
    hardStops: score ? hardStopsOf(score) : [],
    facts: Object.fromEntries(
      Object.entries(told).filter(([name]) => !withheld.some((kept) => kept === name)),
    ),
    withheld,
  };
}

/** The lists on which a scored firm stands, as its facts tell. */
const listsOf = ({ facts }: Score, recommended: boolean): readonly string[] => [
  ...(recommended ? ['recommended'] : []),
  ...(facts['dishonest_debtor'] === true ? ['dishonest_debtor'] : []),
  ...(facts['hard_stop_listed'] === true ? ['serious_dishonesty'] : []),
  ...(facts['abnormal_operation'] === true ? ['abnormal_operation'] : []),
  ...(facts['attention_listed'] === true ? ['attention'] : []),
];

/** What anybody may look up (企业信息公示暂行条例) needs no disclosure. */
const PUBLIC_CATEGORIES: ReadonlySet<DataCategory> = new Set(['registration', 'lists']);

/** What a firm has still to disclose before a fact is read. */
export const undisclosedOf = (
  name: EligibilityFactName,
  discloses: readonly DataCategory[] | undefined,
): readonly DataCategory[] =>
  discloses === undefined
    ? []
    : eligibilityFact(name).categories.filter(
        (category) => !PUBLIC_CATEGORIES.has(category) && !discloses.includes(category),
      );

/** The veto that repeats what the register says: a term of its own, which the register decides. */
const REGISTER_VETO = 'not_operating';

/** Codes of the vetoes in force on a score (domain.md C10), without the one that the register decides. */
export const hardStopsOf = ({ vetoes }: Pick<Score, 'vetoes'>): readonly string[] =>
  vetoes.filter((veto) => veto !== REGISTER_VETO);
