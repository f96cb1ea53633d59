import type { Ground, WhitelistCondition, WhyOutCode } from '#domain/whitelist/whitelist';
import type { Language } from './sentences.ts';

type Name = Readonly<Record<Language, string>>;

/** Why a recommended list takes a firm in, or leaves it out. */
const grounds = {
  no_hard_stop_met: { zh: '无一票否决情形', en: 'No hard stop' },
  operating_met: { zh: '企业存续', en: 'In operation' },
  scored_met: { zh: '已有信用评分', en: 'Scored' },
  points_met: { zh: '信用分达标', en: 'Points reach the floor' },
  coverage_met: { zh: '数据完整度达标', en: 'Coverage reaches the floor' },
  age_met: { zh: '成立年限达标', en: 'Long enough in business' },
  district_met: { zh: '在服务区域内', en: 'In a district served' },
  industry_met: { zh: '不属排除行业', en: 'In no excluded industry' },
  size_met: { zh: '规模符合', en: 'Of a size served' },
  hard_stop: { zh: '存在一票否决情形', en: 'Hard stop' },
  not_operating: { zh: '企业未存续', en: 'Not in operation' },
  not_scored: { zh: '尚无信用评分', en: 'Not scored' },
  points_below_floor: { zh: '信用分不足', en: 'Points below the floor' },
  coverage_below_floor: { zh: '数据完整度不足', en: 'Coverage below the floor' },
  age_below_floor: { zh: '成立年限不足', en: 'Too short in business' },
  age_unknown: { zh: '成立日期未知', en: 'Age unknown' },
  district_not_served: { zh: '不在服务区域内', en: 'District not served' },
  industry_excluded: { zh: '属于排除行业或行业未知', en: 'Industry excluded or unknown' },
  size_not_served: { zh: '规模不符或未知', en: 'Size not served or unknown' },
} as const satisfies Record<WhyOutCode | `${WhitelistCondition}_met`, Name>;

/** The code itself where an older rule gave it. */
export const groundName = (code: Ground['code'], language: Language): string =>
  isGround(code) ? grounds[code][language] : code;

const isGround = (code: string): code is keyof typeof grounds => Object.hasOwn(grounds, code);
