import type { WhitelistId } from '#domain/ids';
import { basisPoints } from '#domain/rate';
import type { WhitelistRule } from '#domain/whitelist/whitelist';

/** The list that the credit office of the demo city recommends: well scored, well known, two years old. */
export const whitelistOf = (
  seed: number,
): { readonly id: WhitelistId; readonly name: string; readonly rule: WhitelistRule } => ({
  id: `whitelist_demo-${seed}`,
  name: '小微企业融资协调推荐清单（演示）',
  rule: {
    minPoints: 820,
    minCoverage: basisPoints(6000),
    minAgeMonths: 24,
    excludedIndustries: ['J', 'K70'],
    sizes: ['micro', 'small', 'medium'],
  },
});
