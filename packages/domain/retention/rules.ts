import { addDays, addMonths, type BusinessDate, daysBetween } from '../time.ts';

/**
 * `delete`: the whole item goes · `erase`: what is personal in it goes · `keep`: this job never touches it, for
 * the reason that `source` tells.
 */
type Does = 'delete' | 'erase' | 'keep';

export type RetentionRule = {
  /** Of the store's kinds. */
  readonly kind: string;
  readonly what: string;
  readonly does: Does;
  /** From this day on it counts. */
  readonly from: string;
  readonly keeps?: { readonly months: number } | { readonly days: number };
  /** The law or duty behind it (domain.md C9). */
  readonly source: string;
};

/**
 * How long what is kept. Version 2 has rules for what scoring keeps; a change of a period is a new version, and holds for what is kept already. No
 * longer than its purpose needs (个人信息保护法 §19), no shorter than a law says.
 */
export const RETENTION_VERSION = 2;

const rules = {
  refused_rows: {
    kind: 'refusals',
    what: '退回的数据行',
    does: 'delete',
    from: 'the day on which the row was refused',
    keeps: { days: 180 },
    source: '个人信息保护法 §19: as long as a supplier needs to mend them',
  },
  notices: {
    kind: 'notice',
    what: '通知',
    does: 'delete',
    from: 'the day of the notice',
    keeps: { months: 24 },
    source: '个人信息保护法 §19: once told, a notice serves objections alone',
  },
  identity_numbers: {
    kind: 'identity',
    what: '实名认证的证件号码和手机号',
    does: 'erase',
    from: 'the day on which the identity ended',
    keeps: { months: 6 },
    source: '个人信息保护法 §28, §47: sensitive data without purpose is deleted',
  },
  identities: {
    kind: 'identity',
    what: '实名认证记录',
    does: 'delete',
    from: 'the day on which the identity ended',
    keeps: { months: 36 },
    source: '个人信息保护法 §55-56: records of processing at least 3 years',
  },
  readings: {
    kind: 'reading',
    what: '查阅记录',
    does: 'delete',
    from: 'the last day on which the reader has read',
    keeps: { months: 60 },
    source: '征信业管理条例 §16 by analogy: whoever read may still rely on it',
  },
  retention_reports: {
    kind: 'retentionReport',
    what: '留存期限执行报告',
    does: 'delete',
    from: 'the day of the report',
    keeps: { months: 60 },
    source: '个人信息保护法 §55-56: at least 3 years; as long as what it reports on',
  },
  past_scores: {
    kind: 'pastScore',
    what: '历史评分及其依据',
    does: 'delete',
    from: 'the day on which the firm was told it, unless it is its score of today',
    keeps: { months: 60 },
    source:
      '征信业务管理办法: evidence of decisions. 民法典 §188: one may be contested for 3 years from when the firm learns of it; 征信业管理条例 §16 by analogy: nothing negative for over 5',
  },
  loan_outcomes: {
    kind: 'outcome',
    what: '银行报送的贷款表现',
    does: 'delete',
    // Whether a default has ended, nobody but the bank knows.
    from: 'the day on which the bank last reported it',
    keeps: { months: 60 },
    source: '征信业管理条例 §16: negatives 5 years; what is good is no longer of use then either',
  },
  score_counts: {
    kind: 'scoreCount',
    what: '评分监测的计数过程',
    does: 'delete',
    from: 'the day on which the counting began',
    keeps: { days: 31 },
    source:
      '个人信息保护法 §19: cells of one firm stand in it, which the figures of the week do not tell',
  },
  monitoring: {
    kind: 'scoreMonitoring',
    what: '评分监测结果及启用基准样本',
    does: 'keep',
    from: 'the day of the figures',
    source:
      'sums without anybody in them (cells of fewer than ten are not told), by which a card is reviewed every year',
  },
  records: {
    kind: 'record',
    what: '信用记录',
    does: 'keep',
    from: 'the end of the record, or its day where it has none',
    source:
      'retentionYears of its catalogue; 征信业管理条例 §16: 5 years for negatives. A record that is over is neither shown, shared nor scored (uses.ts); records have no index by day, which would double what ingest writes',
  },
  accesses: {
    kind: 'access',
    what: '查询台账',
    does: 'keep',
    from: 'the day of the access',
    keeps: { months: 60 },
    source: '征信业务管理办法; 个人信息保护法 §56: at least 3 years. Append-only',
  },
  audit: {
    kind: 'audit',
    what: '审计日志',
    does: 'keep',
    from: 'the day of the entry',
    source: '网络安全法 §21: at least 6 months; a chain without its first links proves nothing',
  },
  figures: {
    kind: 'tally',
    what: '数据质量计数',
    does: 'keep',
    from: 'the day of delivery',
    source: 'counts without anybody in them, from which every past period can be measured again',
  },
  dealings: {
    kind: 'need',
    what: '融资需求及匹配、异议修复、核实',
    does: 'keep',
    from: 'the day on which it ended',
    keeps: { months: 60 },
    source:
      '征信业务管理办法: evidence of decisions; numbers in what a firm wrote are masked for all but itself and office.data',
  },
} as const satisfies Record<string, RetentionRule>;

export type RetentionRuleId = keyof typeof rules;
export const retentionRules: Readonly<Record<RetentionRuleId, RetentionRule>> = rules;
export const retentionRuleIds = Object.keys(rules) as readonly RetentionRuleId[];

/** Those that the job applies. */
export type AppliedRuleId = {
  [Id in RetentionRuleId]: (typeof rules)[Id]['does'] extends 'keep' ? never : Id;
}[RetentionRuleId];
export const appliedRuleIds = retentionRuleIds.filter(
  (id): id is AppliedRuleId => rules[id].does !== 'keep',
);

/** The last day whose items are due on `today`. */
export function dueUntil(id: AppliedRuleId, today: BusinessDate): BusinessDate {
  const { keeps } = rules[id];
  return 'days' in keeps ? addDays(today, -keeps.days) : addMonths(today, -keeps.months);
}

/** The first day on which what counts from `from` is due. */
export function dueOn(id: AppliedRuleId, from: BusinessDate): BusinessDate {
  const { keeps } = rules[id];
  let day = 'days' in keeps ? addDays(from, keeps.days) : addMonths(from, keeps.months);
  // The end of a month comes early in a shorter one: due is what `dueUntil` reaches.
  while (daysBetween(from, dueUntil(id, day)) < 0) day = addDays(day, 1);
  return day;
}
