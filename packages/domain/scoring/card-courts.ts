import { steps, wan } from './bins.ts';
import type { Dimension } from './scorecard.ts';

/** 司法: 140 of 1000 (domain.md D1: 10–15 %). Unknown stands a little below clean. */
export const courtsDimension = {
  id: 'courts',
  zh: '司法',
  en: 'Courts',
  indicators: [
    {
      id: 'dishonest_debtor', // C10: a hard stop, so it is a veto too.
      zh: '失信被执行人',
      en: 'Dishonest debtor',
      fact: 'dishonest_debtor',
      bins: [
        { is: [false], points: 60 },
        { is: [true], points: 0 },
      ],
      missing: 53,
      reason: 'dishonest_debtor',
      reasonZh: '被列为失信被执行人',
      reasonEn: 'Listed as a dishonest debtor',
    },
    {
      id: 'judgment_debts', // C10: 被执行人 asks for a human look; C7 Zhejiang 未履行生效裁判.
      zh: '未结被执行案件数',
      en: 'Open judgment debts',
      fact: 'judgment_debts_open',
      bins: steps(40, [1, 20], [2, 8], [3, 0]),
      missing: 35,
      reason: 'judgment_debts',
      reasonZh: '存在未结被执行案件',
      reasonEn: 'Judgment debts are open',
    },
    {
      id: 'judgment_debt_amount', // D1 诉讼额.
      zh: '未结被执行金额',
      en: 'Amount of open judgment debts',
      fact: 'judgment_debt_fen',
      bins: steps(40, [1, 26], [wan(10), 14], [wan(100), 4], [wan(1_000), 0]),
      missing: 35,
      reason: 'judgment_debt_amount',
      reasonZh: '未结被执行金额较大',
      reasonEn: 'Open judgment debts weigh',
    },
  ],
} as const satisfies Dimension;
