import { steps, wan } from '../../bins.ts';
import type { Dimension } from '../../scorecard.ts';
import { sharedRegistration } from '../shared/registration.ts';

/** 基本素质: 130 of 1000 (domain.md D1: 10–15 %). */
export const registration = {
  id: 'registration',
  zh: '基本素质',
  en: 'Registration and stability',
  indicators: [
    {
      ...sharedRegistration.age,
      bins: steps(8, [12, 16], [24, 23], [36, 30], [60, 36], [120, 40]),
      missing: 24,
    },
    {
      ...sharedRegistration.capital,
      bins: steps(5, [wan(10), 8], [wan(100), 10], [wan(500), 13], [wan(2000), 15]),
      missing: 9,
    },
    {
      id: 'paid_in_capital',
      zh: '实缴资本占比',
      en: 'Share of capital paid in',
      fact: 'paid_in_share_bp',
      bins: steps(2, [2500, 4], [5000, 6], [7500, 8], [10000, 10]),
      missing: 6,
      reason: 'capital_not_paid_in',
      reasonZh: '实缴资本占比较低',
      reasonEn: 'Much of the capital is not paid in',
      source: 'D1 资本实缴',
    },
    {
      id: 'legal_form',
      zh: '主体类型',
      en: 'Legal form',
      fact: 'legal_form',
      bins: [
        { is: ['company'], points: 15 },
        { is: ['cooperative'], points: 12 },
        { is: ['sole_proprietor'], points: 10 },
        { is: ['branch'], points: 8 },
      ],
      missing: 9,
      reason: 'legal_form_less_stable',
      reasonZh: '主体类型稳定性较低',
      reasonEn: 'The legal form is less stable than a company',
      source: 'D1 主体稳定性: how well the form outlives its owner',
    },
    {
      ...sharedRegistration.operating,
      bins: [
        { is: [true], points: 25 },
        { is: [false], points: 0 },
      ],
      missing: 15,
    },
    {
      ...sharedRegistration.registration_changes,
      bins: steps(10, [1, 9], [3, 7], [5, 4], [8, 0]),
      missing: 9,
    },
    {
      id: 'annual_reports',
      zh: '年报公示',
      en: 'Annual reports',
      fact: 'annual_reports_missed_3y',
      bins: steps(10, [1, 6], [2, 2], [3, 0]),
      missing: 8,
      reason: 'annual_reports_missed',
      reasonZh: '未按期公示年报',
      reasonEn: 'Annual reports were missed',
      source: 'D1 年报',
    },
    {
      id: 'branches',
      zh: '存续分支机构',
      en: 'Branches in operation',
      fact: 'branches',
      bins: steps(3, [1, 4], [3, 5]),
      missing: 3,
      reason: 'no_branches',
      reasonZh: '无存续分支机构',
      reasonEn: 'No branch is in operation',
      source: 'D1 主体稳定性',
    },
  ],
} as const satisfies Dimension;
