import type { Enterprise } from '../enterprise/enterprise.ts';
import type { WhitelistId } from '../ids.ts';
import { ageMonths } from '../matching/age.ts';
import { hardStopsOf } from '../matching/applicant.ts';
import { mayLieWithin, readIndustry } from '../matching/industry.ts';
import type { Score } from '../scoring/score.ts';
import type { BusinessDate } from '../time.ts';
import {
  type Ground,
  type Listing,
  type WhitelistCondition,
  type WhitelistRule,
  type WhyOutCode,
  whitelistConditions,
} from './whitelist.ts';

/** Moves with every change of a condition or of what a ground says: a list tells its rule. */
export const WHITELIST_RULE_VERSION = 1;

type Firm = {
  readonly enterprise: Enterprise;
  readonly score: Score | undefined;
  readonly asOf: BusinessDate;
};
/** `failed` is absent when the condition is met. */
type Finding = Omit<Ground, 'code'> & { readonly failed: WhyOutCode | undefined };

const UNKNOWN = 'unknown';

/** Each condition of a rule on a firm; undefined where the rule does not ask it or a score would have to be there. */
const conditions = {
  // Entry falls to a hard stop whatever else holds (domain.md C10, C13).
  no_hard_stop: (_, { score }) => {
    if (score === undefined) return undefined;
    const stops = hardStopsOf(score);
    return {
      failed: stops.length > 0 ? 'hard_stop' : undefined,
      required: 'none',
      actual: stops.join(',') || 'none',
    };
  },
  operating: (_, { enterprise: { status } }) => ({
    failed: status === 'operating' ? undefined : 'not_operating',
    required: 'operating',
    actual: status,
  }),
  scored: (_, { score }) => ({
    failed: score ? undefined : 'not_scored',
    required: 'scored',
    actual: score ? 'scored' : UNKNOWN,
  }),
  points: ({ minPoints }, { score }) =>
    score && {
      failed: score.points >= minPoints ? undefined : 'points_below_floor',
      required: minPoints,
      actual: score.points,
    },
  coverage: ({ minCoverage }, { score }) =>
    minCoverage !== undefined && score
      ? {
          failed: score.coverage >= minCoverage ? undefined : 'coverage_below_floor',
          required: minCoverage,
          actual: score.coverage,
        }
      : undefined,
  age: ({ minAgeMonths }, firm) =>
    minAgeMonths === undefined ? undefined : ageFinding(minAgeMonths, firm),
  district: ({ districts }, { enterprise: { district } }) =>
    districts && {
      failed:
        district !== undefined && districts.includes(district) ? undefined : 'district_not_served',
      required: districts.join(','),
      actual: district ?? UNKNOWN,
    },
  industry: ({ excludedIndustries }, { enterprise: { industry } }) =>
    excludedIndustries && {
      failed:
        industry !== undefined && !mayLieWithin(readIndustry(industry), excludedIndustries)
          ? undefined
          : 'industry_excluded',
      required: `not ${excludedIndustries.join(',')}`,
      actual: industry ?? UNKNOWN,
    },
  size: ({ sizes }, { score }) =>
    sizes && {
      failed:
        score?.size !== undefined && sizes.includes(score.size) ? undefined : 'size_not_served',
      required: sizes.join(','),
      actual: score?.size ?? UNKNOWN,
    },
} as const satisfies Record<
  WhitelistCondition,
  (rule: WhitelistRule, firm: Firm) => Finding | undefined
>;

function ageFinding(required: number, { enterprise, score, asOf }: Firm): Finding {
  const actual = ageMonths(enterprise.establishedOn, score?.facts.age_months, asOf);
  if (actual === undefined) return { failed: 'age_unknown', required, actual: UNKNOWN };
  return { failed: actual >= required ? undefined : 'age_below_floor', required, actual };
}

/**
 * One firm against a rule: in when every condition is met (a ground for each), else out with every condition
 * failed, hard stops and the register first.
 */
export function consider({
  rule,
  enterprise,
  score,
  asOf,
  whitelist,
}: {
  readonly rule: WhitelistRule;
  readonly enterprise: Enterprise;
  readonly score?: Score | undefined;
  readonly asOf: BusinessDate;
  readonly whitelist: WhitelistId;
}): Listing {
  const met: Ground[] = [];
  const unmet: Ground[] = [];
  for (const condition of whitelistConditions) {
    const finding = conditions[condition](rule, { enterprise, score, asOf });
    if (finding === undefined) continue;
    const { failed, required, actual } = finding;
    if (failed) unmet.push({ code: failed, required, actual });
    else met.push({ code: `${condition}_met`, required, actual });
  }
  const listed = unmet.length === 0;
  return {
    whitelist,
    code: enterprise.code,
    name: enterprise.name,
    listed,
    grounds: listed ? met : unmet,
    ...(score && { points: score.points, grade: score.grade }),
  };
}
