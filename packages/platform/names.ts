import type { CriterionCode } from '#domain/matching/matching';
import type { Ground, WhitelistCondition, WhyOutCode } from '#domain/whitelist/whitelist';
import type { Language } from './sentences.ts';

type Name = Readonly<Record<Language, string>>;

/** What a bank's product asks. Reasons of a score are named by their card. */
const criteria = {
  hard_stop: { zh: '无一票否决情形', en: 'No hard stop' },
  enterprise_operating: { zh: '企业存续', en: 'Firm in operation' },
  product_listed: { zh: '产品在架', en: 'Product listed' },
  principal: { zh: '贷款金额', en: 'Amount' },
  term: { zh: '贷款期限', en: 'Term' },
  purpose: { zh: '贷款用途', en: 'Purpose' },
  guarantee: { zh: '担保方式', en: 'Guarantee' },
  repayment: { zh: '还款方式', en: 'Repayment' },
  rate_ceiling: { zh: '可接受的最高利率', en: 'Highest rate accepted' },
  min_points: { zh: '信用分下限', en: 'Least points of the score' },
  min_age_months: { zh: '成立月数下限', en: 'Least months in business' },
  min_annual_sales: { zh: '年销售额下限', en: 'Least yearly sales' },
  min_insured_headcount: { zh: '参保人数下限', en: 'Least insured headcount' },
  max_serious_penalties: { zh: '严重处罚次数上限', en: 'Most serious penalties' },
  tax_grade: { zh: '纳税信用级别', en: 'Tax grade' },
  size: { zh: '企业规模', en: 'Size of the firm' },
  district: { zh: '服务区域', en: 'District served' },
  industry: { zh: '服务行业', en: 'Industry served' },
  excluded_industry: { zh: '排除行业', en: 'Industry excluded' },
  recommended_only: { zh: '列入推荐名单', en: 'Place on the recommended list' },
} as const satisfies Record<CriterionCode, Name>;

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

export const criterionName = (code: CriterionCode, language: Language): string =>
  criteria[code][language];

/** The code itself where an older rule gave it. */
export const groundName = (code: Ground['code'], language: Language): string =>
  isGround(code) ? grounds[code][language] : code;

const isGround = (code: string): code is keyof typeof grounds => Object.hasOwn(grounds, code);
