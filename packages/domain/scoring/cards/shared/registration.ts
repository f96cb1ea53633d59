import type { IndicatorWords } from '../../scorecard.ts';

/** What these indicators are; each card says what they are worth to it. */
export const sharedRegistration = {
  age: {
    id: 'age',
    zh: '成立年限',
    en: 'Age',
    fact: 'age_months',
    reason: 'young_firm',
    reasonZh: '成立时间较短',
    reasonEn: 'The firm is young',
    source: 'D1 成立年限; 36 months are the age that most young firms do not reach',
  },
  capital: {
    id: 'capital',
    zh: '注册资本',
    en: 'Registered capital',
    fact: 'registered_capital_fen',
    reason: 'small_capital',
    reasonZh: '注册资本较小',
    reasonEn: 'Registered capital is small',
    source: 'D1 资本; weighed low, since capital is declared, not paid in (2014 reform)',
  },
  operating: {
    id: 'operating',
    zh: '登记状态',
    en: 'Registration status',
    fact: 'operating',
    reason: 'status_not_operating',
    reasonZh: '登记状态非存续',
    reasonEn: 'The firm is not registered as operating',
    source: 'C7 Guangzhou: 注销, 吊销, 迁出 are not rated at all',
  },
  registration_changes: {
    id: 'registration_changes',
    zh: '近24个月登记变更',
    en: 'Changes of registration in 24 months',
    fact: 'registration_changes_24m',
    reason: 'registration_changed_often',
    reasonZh: '登记事项变更频繁',
    reasonEn: 'The registration was changed often',
    source: 'D1 变更频率',
  },
} as const satisfies Readonly<Record<string, IndicatorWords>>;
