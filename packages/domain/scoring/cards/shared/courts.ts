import type { IndicatorWords } from '../../scorecard.ts';

/** What these indicators are; each card says what they are worth to it. */
export const sharedCourts = {
  dishonest_debtor: {
    id: 'dishonest_debtor',
    zh: '失信被执行人',
    en: 'Dishonest debtor',
    fact: 'dishonest_debtor',
    reason: 'dishonest_debtor',
    reasonZh: '被列为失信被执行人',
    reasonEn: 'Listed as a dishonest debtor',
    source: 'C10: a hard stop, so it is a veto too',
  },
  judgment_debts: {
    id: 'judgment_debts',
    zh: '未结被执行案件数',
    en: 'Open judgment debts',
    fact: 'judgment_debts_open',
    reason: 'judgment_debts',
    reasonZh: '存在未结被执行案件',
    reasonEn: 'Judgment debts are open',
    source: 'C10: 被执行人 asks for a human look; C7 Zhejiang 未履行生效裁判 50',
  },
  judgment_debt_amount: {
    id: 'judgment_debt_amount',
    zh: '未结被执行金额',
    en: 'Amount of open judgment debts',
    fact: 'judgment_debt_fen',
    reason: 'judgment_debt_amount',
    reasonZh: '未结被执行金额较大',
    reasonEn: 'Open judgment debts weigh',
    source: 'D1 诉讼额',
  },
  lawsuits_lost: {
    id: 'lawsuits_lost',
    zh: '近36个月败诉案件数',
    en: 'Lawsuits lost in 36 months',
    fact: 'lawsuits_lost_36m',
    reason: 'lawsuits_lost',
    reasonZh: '存在败诉案件',
    reasonEn: 'Lawsuits were lost',
    source: 'C7 Guangzhou 司法裁决',
  },
} as const satisfies Readonly<Record<string, IndicatorWords>>;
