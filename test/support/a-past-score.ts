import type { UnifiedCode } from '#domain/ids';
import type { PastScore } from '#domain/scoring/registry/past-score';
import type { Instant } from '#domain/time';
import { TODAY } from './builders.ts';

/** 700 points, as a firm was told them at this moment. */
export const aPastScore = (code: UnifiedCode, scoredAt: Instant): PastScore => ({
  basis: {
    code,
    asOf: TODAY,
    facts: { tax_grade: { value: 'A', evidence: [] } },
    disputed: [],
  },
  card: { id: 'expert', version: 3 },
  cardHash: 'c',
  factsHash: 'f',
  scoreHash: 's',
  points: 700,
  grade: 'C',
  scoredAt,
});
