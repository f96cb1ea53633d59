import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';

/** 基本素质: 130 of 1000. A sole proprietor is not held against itself: the form is not asked. */
export const registration = {
  id: 'registration',
  zh: '基本素质',
  en: 'Registration and stability',
  indicators: [
    {
      id: 'age',
      zh: '成立年限',
      en: 'Age',
      fact: 'age_months',
      bins: steps(15, [6, 25], [12, 34], [24, 43], [36, 50], [60, 55], [120, 60]),
      missing: 36,
      reason: 'young_firm',
      reasonZh: '成立时间较短',
      reasonEn: 'The firm is young',
      source: 'D1 成立年限; 36 months are the age that most young firms do not reach',
    },
    {
      id: 'operating',
      zh: '登记状态',
      en: 'Registration status',
      fact: 'operating',
      bins: [
        { is: [true], points: 40 },
        { is: [false], points: 0 },
      ],
      missing: 24,
      reason: 'status_not_operating',
      reasonZh: '登记状态非存续',
      reasonEn: 'The firm is not registered as operating',
      source: 'C7 Guangzhou: 注销, 吊销, 迁出 are not rated at all',
    },
    {
      id: 'registration_changes',
      zh: '近24个月登记变更',
      en: 'Changes of registration in 24 months',
      fact: 'registration_changes_24m',
      bins: steps(15, [1, 13], [3, 9], [5, 4], [8, 0]),
      missing: 13,
      reason: 'registration_changed_often',
      reasonZh: '登记事项变更频繁',
      reasonEn: 'The registration was changed often',
      source: 'D1 变更频率',
    },
    {
      id: 'capital',
      zh: '注册资本',
      en: 'Registered capital',
      fact: 'registered_capital_fen',
      bins: steps(7, [wan(1), 9], [wan(10), 11], [wan(50), 13], [wan(100), 15]),
      missing: 9,
      reason: 'small_capital',
      reasonZh: '注册资本较小',
      reasonEn: 'Registered capital is small',
      source: 'D1 资本; weighed low, since capital is declared, not paid in (2014 reform)',
    },
  ],
} as const satisfies Dimension;
