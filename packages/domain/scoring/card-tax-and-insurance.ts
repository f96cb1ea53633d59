import { steps, wan } from './bins.ts';
import type { Dimension } from './scorecard.ts';

/** 纳税社保等履约: 220 of 1000 (domain.md D1: 20–25 %). */
export const taxAndInsuranceDimension = {
  id: 'tax_and_insurance',
  zh: '纳税与社保',
  en: 'Tax and social insurance',
  indicators: [
    {
      id: 'tax_grade', // D1: A ≥ 90, B 70–90, M new firms, C 40–70, D < 40 or veto.
      zh: '纳税信用等级',
      en: 'Tax credit grade',
      fact: 'tax_grade',
      bins: [
        { is: ['A'], points: 70 },
        { is: ['B'], points: 58 },
        { is: ['M'], points: 45 },
        { is: ['C'], points: 24 },
        { is: ['D'], points: 0 },
      ],
      missing: 42,
      reason: 'tax_grade_below_a',
      reasonZh: '纳税信用等级不是A级',
      reasonEn: 'The tax credit grade is below A',
    },
    {
      id: 'tax_grade_a_years', // D1 A级纳税; three years in a row are what tax offices single out.
      zh: '连续A级年数',
      en: 'Years of grade A in a row',
      fact: 'tax_grade_a_years',
      bins: steps(8, [1, 13], [2, 17], [3, 20]),
      missing: 12,
      reason: 'few_years_of_grade_a',
      reasonZh: '连续A级年数较少',
      reasonEn: 'Few years of tax grade A in a row',
    },
    {
      id: 'tax_arrears', // D1 欠税; C10 欠税公告 asks for a human look, so it is no veto.
      zh: '欠税余额',
      en: 'Tax arrears',
      fact: 'tax_arrears_fen',
      bins: steps(50, [1, 28], [wan(5), 14], [wan(50), 0]),
      missing: 44,
      reason: 'tax_arrears',
      reasonZh: '存在欠税',
      reasonEn: 'Taxes are in arrears',
    },
    {
      id: 'insured_headcount', // D1 人员规模; steps follow the size standard's headcounts (C3).
      zh: '参保人数',
      en: 'Insured headcount',
      fact: 'insured_headcount',
      bins: steps(3, [1, 12], [5, 16], [10, 20], [20, 24], [50, 27], [100, 30]),
      missing: 18,
      reason: 'small_headcount',
      reasonZh: '参保人数较少',
      reasonEn: 'Few people are insured',
    },
    {
      id: 'insured_months', // D1 社保连续月.
      zh: '近12个月社保缴纳月数',
      en: 'Months of social insurance paid of 12',
      fact: 'insured_months_of_12',
      bins: steps(2, [3, 9], [6, 16], [9, 23], [11, 27], [12, 30]),
      missing: 18,
      reason: 'insurance_months_missed',
      reasonZh: '社保缴纳不连续',
      reasonEn: 'Months of social insurance were missed',
    },
    {
      id: 'insured_growth', // D1 社保人数趋势.
      zh: '参保人数同比',
      en: 'Growth of the insured headcount',
      fact: 'insured_headcount_growth_bp',
      bins: steps(3, [-3_000, 8], [-1_000, 13], [0, 17], [500, 20]),
      missing: 12,
      reason: 'headcount_shrinking',
      reasonZh: '参保人数同比增长不足',
      reasonEn: 'The insured headcount shrinks or hardly grows',
    },
  ],
} as const satisfies Dimension;
