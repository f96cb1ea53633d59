import type { IndicatorWords } from '../../scorecard.ts';

/** What these indicators are; each card says what they are worth to it. */
export const sharedCompliance = {
  abnormal_operation: {
    id: 'abnormal_operation',
    zh: '经营异常名录',
    en: 'Listed as operating abnormally',
    fact: 'abnormal_operation',
    reason: 'abnormal_operation',
    reasonZh: '被列入经营异常名录',
    reasonEn: 'Listed as operating abnormally',
    source: 'D1 异常名录; C7 Zhejiang 经营异常 20',
  },
  attention: {
    id: 'attention',
    zh: '重点关注名单',
    en: 'Listed for attention',
    fact: 'attention_listed',
    reason: 'attention_listed',
    reasonZh: '被列入重点关注名单',
    reasonEn: 'Listed for attention',
    source: 'C7 Guangzhou 行业重点关注名单; C10 manual',
  },
  inspections_failed: {
    id: 'inspections_failed',
    zh: '近24个月检查不合格次数',
    en: 'Inspections failed in 24 months',
    fact: 'inspections_failed_24m',
    reason: 'inspections_failed',
    reasonZh: '监督检查发现问题',
    reasonEn: 'Inspections were failed',
    source: 'C7 Guangzhou 监管风险; Zhejiang 产品质量, 安全生产',
  },
} as const satisfies Readonly<Record<string, IndicatorWords>>;
