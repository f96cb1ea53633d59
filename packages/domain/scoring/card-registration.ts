import { steps, wan } from './bins.ts';
import type { Dimension } from './scorecard.ts';

/** 基本素质与主体稳定性: 120 of 1000 (domain.md D1: 10–15 %). */
export const registrationDimension = {
  id: 'registration',
  zh: '主体稳定性',
  en: 'Registration and stability',
  indicators: [
    {
      id: 'age', // D1 成立年限; 36 months are the age that most young firms do not reach.
      zh: '成立年限',
      en: 'Age',
      fact: 'age_months',
      bins: steps(10, [12, 18], [24, 26], [36, 34], [60, 40], [120, 45]),
      missing: 27,
      reason: 'young_firm',
      reasonZh: '成立时间较短',
      reasonEn: 'The firm is young',
    },
    {
      id: 'capital', // D1 资本; weighed low, since capital is declared, not paid in (2014 reform).
      zh: '注册资本',
      en: 'Registered capital',
      fact: 'registered_capital_fen',
      bins: steps(8, [wan(10), 13], [wan(100), 17], [wan(500), 21], [wan(2000), 25]),
      missing: 15,
      reason: 'small_capital',
      reasonZh: '注册资本较小',
      reasonEn: 'Registered capital is small',
    },
    {
      id: 'legal_form', // D1 主体稳定性: how well the form outlives its owner.
      zh: '主体类型',
      en: 'Legal form',
      fact: 'legal_form',
      bins: [
        { is: ['company'], points: 20 },
        { is: ['cooperative'], points: 15 },
        { is: ['sole_proprietor'], points: 13 },
        { is: ['branch'], points: 10 },
      ],
      missing: 12,
      reason: 'legal_form_less_stable',
      reasonZh: '主体类型稳定性较低',
      reasonEn: 'The legal form is less stable than a company',
    },
    {
      id: 'operating', // C7 Guangzhou: 注销, 吊销, 迁出 are not rated at all.
      zh: '登记状态',
      en: 'Registration status',
      fact: 'operating',
      bins: [
        { is: [true], points: 30 },
        { is: [false], points: 0 },
      ],
      missing: 18,
      reason: 'status_not_operating',
      reasonZh: '登记状态非存续',
      reasonEn: 'The firm is not registered as operating',
    },
  ],
} as const satisfies Dimension;
