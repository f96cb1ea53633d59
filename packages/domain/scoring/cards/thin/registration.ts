import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';

/** 基本素质: 160 of 1000. */
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
      bins: steps(18, [12, 30], [24, 42], [36, 53], [60, 63], [120, 70]),
      missing: 42,
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
        { is: [true], points: 60 },
        { is: [false], points: 0 },
      ],
      missing: 36,
      reason: 'status_not_operating',
      reasonZh: '登记状态非存续',
      reasonEn: 'The firm is not registered as operating',
      source: 'C7 Guangzhou: 注销, 吊销, 迁出 are not rated at all',
    },
    {
      id: 'capital',
      zh: '注册资本',
      en: 'Registered capital',
      fact: 'registered_capital_fen',
      bins: steps(10, [wan(10), 16], [wan(100), 20], [wan(500), 25], [wan(2000), 30]),
      missing: 18,
      reason: 'small_capital',
      reasonZh: '注册资本较小',
      reasonEn: 'Registered capital is small',
      source: 'D1 资本; weighed low, since capital is declared, not paid in (2014 reform)',
    },
  ],
} as const satisfies Dimension;
