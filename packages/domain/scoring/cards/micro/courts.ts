import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';

/** 司法与关联: 110 of 1000. Unknown harm stands a little below clean. */
export const courts = {
  id: 'courts',
  zh: '司法与关联',
  en: 'Courts and claims',
  indicators: [
    {
      id: 'dishonest_debtor',
      zh: '失信被执行人',
      en: 'Dishonest debtor',
      fact: 'dishonest_debtor',
      bins: [
        { is: [false], points: 45 },
        { is: [true], points: 0 },
      ],
      missing: 40,
      reason: 'dishonest_debtor',
      reasonZh: '被列为失信被执行人',
      reasonEn: 'Listed as a dishonest debtor',
      source: 'C10: a hard stop, so it is a veto too',
    },
    {
      id: 'judgment_debts',
      zh: '未结被执行案件数',
      en: 'Open judgment debts',
      fact: 'judgment_debts_open',
      bins: steps(30, [1, 15], [2, 6], [3, 0]),
      missing: 26,
      reason: 'judgment_debts',
      reasonZh: '存在未结被执行案件',
      reasonEn: 'Judgment debts are open',
      source: 'C10: 被执行人 asks for a human look; C7 Zhejiang 未履行生效裁判 50',
    },
    {
      id: 'judgment_debt_amount',
      zh: '未结被执行金额',
      en: 'Amount of open judgment debts',
      fact: 'judgment_debt_fen',
      bins: steps(25, [1, 16], [wan(5), 9], [wan(30), 3], [wan(200), 0]),
      missing: 22,
      reason: 'judgment_debt_amount',
      reasonZh: '未结被执行金额较大',
      reasonEn: 'Open judgment debts weigh',
      source: 'D1 诉讼额',
    },
    {
      id: 'lawsuits_lost',
      zh: '近36个月败诉案件数',
      en: 'Lawsuits lost in 36 months',
      fact: 'lawsuits_lost_36m',
      bins: steps(10, [1, 6], [2, 3], [5, 0]),
      missing: 9,
      reason: 'lawsuits_lost',
      reasonZh: '存在败诉案件',
      reasonEn: 'Lawsuits were lost',
      source: 'C7 Guangzhou 司法裁决',
    },
  ],
} as const satisfies Dimension;
