import { steps, wan } from './bins.ts';
import type { Dimension } from './scorecard.ts';

/**
 * 遵纪守法: 200 of 1000 (domain.md D1: 20–25 %). Penalties weigh by severity; what has run out or was
 * repaired is in no fact (C8), so it costs nothing. Unknown stands a little below clean.
 */
export const complianceDimension = {
  id: 'compliance',
  zh: '遵纪守法',
  en: 'Compliance',
  indicators: [
    {
      id: 'minor_penalties', // D1 轻微: none to small.
      zh: '轻微失信处罚次数',
      en: 'Minor penalties',
      fact: 'penalties_minor_36m',
      bins: steps(20, [1, 16], [2, 12], [3, 6]),
      missing: 18,
      reason: 'minor_penalties',
      reasonZh: '存在轻微行政处罚',
      reasonEn: 'Minor penalties are in force',
    },
    {
      id: 'general_penalties', // D1 一般: medium.
      zh: '一般失信处罚次数',
      en: 'General penalties',
      fact: 'penalties_general_36m',
      bins: steps(50, [1, 30], [2, 14], [3, 0]),
      missing: 44,
      reason: 'general_penalties',
      reasonZh: '存在一般行政处罚',
      reasonEn: 'General penalties are in force',
    },
    {
      id: 'serious_penalties', // D1 严重: large.
      zh: '严重失信处罚次数',
      en: 'Serious penalties',
      fact: 'penalties_serious_36m',
      bins: steps(70, [1, 20], [2, 0]),
      missing: 62,
      reason: 'serious_penalties',
      reasonZh: '存在严重行政处罚',
      reasonEn: 'Serious penalties are in force',
    },
    {
      id: 'penalty_amount', // C8: 较大数额 and 巨额罚款 mark the graver classes.
      zh: '罚没金额',
      en: 'Amount of penalties',
      fact: 'penalty_amount_36m_fen',
      bins: steps(30, [1, 24], [wan(1), 16], [wan(10), 7], [wan(100), 0]),
      missing: 26,
      reason: 'penalty_amount',
      reasonZh: '罚没金额较大',
      reasonEn: 'Fines and confiscations weigh',
    },
    {
      id: 'lost_licences', // C8: 吊销许可证 is of the serious class.
      zh: '近24个月失效许可数',
      en: 'Licences lost in 24 months',
      fact: 'licences_lost_24m',
      bins: steps(15, [1, 6], [2, 0]),
      missing: 13,
      reason: 'licences_lost',
      reasonZh: '存在被撤销或失效的许可',
      reasonEn: 'Licences were lost',
    },
    {
      id: 'licences', // C2 双公示 行政许可: a firm that departments have examined.
      zh: '有效许可数',
      en: 'Licences in force',
      fact: 'licences_in_force',
      bins: steps(7, [1, 11], [2, 13], [5, 15]),
      missing: 9,
      reason: 'few_licences',
      reasonZh: '有效行政许可较少',
      reasonEn: 'Few licences are in force',
    },
  ],
} as const satisfies Dimension;
