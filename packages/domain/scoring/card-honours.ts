import { steps } from './bins.ts';
import type { Dimension } from './scorecard.ts';

/** 创新与荣誉: 70 of 1000 (domain.md D1: 5–15 %, a bonus: without honours half the points remain). */
export const honoursDimension = {
  id: 'honours',
  zh: '创新与荣誉',
  en: 'Honours',
  indicators: [
    {
      id: 'honours', // D1 示范企业, 守合同重信用.
      zh: '有效荣誉数',
      en: 'Honours in force',
      fact: 'honours_in_force',
      bins: steps(15, [1, 21], [2, 26], [3, 30]),
      missing: 17,
      reason: 'few_honours',
      reasonZh: '荣誉资质较少',
      reasonEn: 'Few honours',
    },
    {
      id: 'high_level_honours', // D1 高新, 专精特新: of the province or the state.
      zh: '省级以上荣誉数',
      en: 'Honours of province or state',
      fact: 'high_level_honours_in_force',
      bins: steps(20, [1, 33], [2, 40]),
      missing: 22,
      reason: 'no_high_level_honours',
      reasonZh: '缺少省级以上荣誉',
      reasonEn: 'Few honours of province or state',
    },
  ],
} as const satisfies Dimension;
