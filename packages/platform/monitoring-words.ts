import { industryOf } from '#adapters/reference/industries';
import { type Grouping, UNKNOWN_GROUP } from '#domain/scoring/monitoring/groups';
import type { StabilityReading } from '#domain/scoring/monitoring/stability';
import { districtWord } from './quality-words.ts';
import type { Language } from './sentences.ts';

type Words = Readonly<Record<Language, string>>;

/** The sections of GB/T 4754-2017; their Chinese names are those of the reference. */
const sections: Readonly<Record<string, string>> = {
  A: 'Farming, forestry, fishing',
  B: 'Mining',
  C: 'Manufacturing',
  D: 'Electricity, heat, gas, water',
  E: 'Construction',
  F: 'Wholesale and retail',
  G: 'Transport and storage',
  H: 'Hotels and catering',
  I: 'Software and information',
  J: 'Finance',
  K: 'Real estate',
  L: 'Leasing and business services',
  M: 'Research and technical services',
  N: 'Water, environment, utilities',
  O: 'Repair and other services',
  P: 'Education',
  Q: 'Health and social work',
  R: 'Culture, sports, entertainment',
  S: 'Public administration',
  T: 'International organisations',
};

const groups: Readonly<Record<string, Words>> = {
  [UNKNOWN_GROUP]: { zh: '未知', en: 'unknown' },
  micro: { zh: '微型', en: 'micro' },
  small: { zh: '小型', en: 'small' },
  medium: { zh: '中型', en: 'medium' },
  large: { zh: '大型', en: 'large' },
  under_1: { zh: '不满 1 年', en: 'under 1 year' },
  '1_to_3': { zh: '1–3 年', en: '1 to 3 years' },
  '3_to_5': { zh: '3–5 年', en: '3 to 5 years' },
  '5_to_10': { zh: '5–10 年', en: '5 to 10 years' },
  '10_or_more': { zh: '10 年及以上', en: '10 years or more' },
};

/** A code that nobody has named is told as it is. */
export function groupWord(by: Grouping, group: string, language: Language): string {
  const named = groups[group]?.[language];
  if (named !== undefined) return named;
  if (by === 'district') return districtWord(group, language);
  if (by !== 'industry') return group;
  const section = language === 'zh' ? industryOf(group)?.name : sections[group];
  return section === undefined ? group : `${group} ${section}`;
}

const readings = {
  stable: { zh: '稳定', en: 'stable' },
  watch: { zh: '关注', en: 'watch' },
  act: { zh: '须处置', en: 'act' },
} as const satisfies Record<StabilityReading, Words>;

/** What to do about it (domain.md D3). */
const advice = {
  stable: {
    zh: '得分分布与基准样本基本一致。',
    en: 'Points are distributed as in the sample.',
  },
  watch: {
    zh: '得分分布有所偏移：请查看下列漂移指标，下周复核。',
    en: 'Points have moved: look at the indicators that drifted, and again next week.',
  },
  act: {
    zh: '得分分布明显偏移：下一份推荐名单拟定前须查明原因，必要时重新拟合评分卡。',
    en: 'Points have moved far: find out why before the next list is drafted; the card may have to be fitted anew.',
  },
} as const satisfies Record<StabilityReading, Words>;

export const readingWord = (reading: StabilityReading, language: Language): string =>
  readings[reading][language];
export const adviceOn = (reading: StabilityReading, language: Language): string =>
  advice[reading][language];
