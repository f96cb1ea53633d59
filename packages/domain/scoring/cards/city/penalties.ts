import { steps, wan } from '../../bins.ts';
import type { Indicator } from '../../scorecard.ts';
import { sharedPenalties } from '../shared/penalties.ts';

/** 处罚 of domain.md D1 by number, severity, amount and age; what has run out or was repaired is in no fact (C8), so it costs nothing. */
export const penalties = [
  {
    ...sharedPenalties.minor_penalties,
    bins: steps(12, [1, 10], [2, 7], [3, 4]),
    missing: 11,
  },
  {
    ...sharedPenalties.general_penalties,
    bins: steps(28, [1, 17], [2, 8], [3, 0]),
    missing: 25,
  },
  {
    ...sharedPenalties.serious_penalties,
    bins: steps(42, [1, 12], [2, 0]),
    missing: 37,
  },
  {
    ...sharedPenalties.penalty_amount,
    bins: steps(18, [1, 14], [wan(1), 10], [wan(10), 4], [wan(100), 0]),
    missing: 16,
  },
  {
    ...sharedPenalties.penalty_weight,
    bins: steps(30, [1, 26], [150, 20], [350, 14], [800, 6], [1500, 0]),
    missing: 27,
  },
  {
    id: 'lost_licences',
    zh: '近24个月失效许可数',
    en: 'Licences lost in 24 months',
    fact: 'licences_lost_24m',
    bins: steps(10, [1, 4], [2, 0]),
    missing: 9,
    reason: 'licences_lost',
    reasonZh: '存在被撤销或失效的许可',
    reasonEn: 'Licences were lost',
    source: 'C8: 吊销许可证 is of the serious class',
  },
] as const satisfies readonly Indicator[];
