import type { FactDefinition } from '../fact-definition.ts';

/** What the register tells of a firm: its age, its form, its owners' stake, how steady it is. */
export const registrationFacts = {
  age_months: {
    zh: '成立月数',
    en: 'Months since it was founded',
    type: 'months',
    better: 'higher',
    sources: ['enterprise-registration'],
  },
  registered_capital_fen: {
    zh: '注册资本',
    en: 'Registered capital',
    type: 'money',
    better: 'higher',
    sources: ['enterprise-registration'],
  },
  paid_in_share_bp: {
    zh: '实缴资本占比',
    en: 'Share of the subscribed capital that is paid in',
    type: 'share',
    better: 'higher',
    sources: ['shareholder'],
  },
  operating: {
    zh: '登记状态存续',
    en: 'Registered as operating',
    type: 'boolean',
    better: 'true',
    sources: ['enterprise-registration'],
  },
  legal_form: {
    zh: '主体类型',
    en: 'Legal form',
    type: 'choice',
    choices: ['company', 'cooperative', 'sole_proprietor', 'branch'],
    sources: ['enterprise-registration'],
  },
  size: {
    zh: '企业划型',
    en: 'Size of the firm by the standard of 2011',
    type: 'choice',
    choices: ['large', 'medium', 'small', 'micro'],
    sources: ['social-insurance', 'vat-invoice', 'enterprise-registration'],
  },
  registration_changes_24m: {
    zh: '近24个月登记变更次数',
    en: 'Changes of registration in 24 months',
    type: 'integer',
    unit: 'changes',
    better: 'lower',
    sources: ['registration-change'],
  },
  annual_reports_missed_3y: {
    zh: '近三年未公示年报数',
    en: 'Annual reports missed of the last three due',
    type: 'integer',
    unit: 'reports',
    better: 'lower',
    sources: ['annual-report'],
  },
  branches: {
    zh: '存续分支机构数',
    en: 'Branches in operation',
    type: 'integer',
    unit: 'branches',
    better: 'higher',
    sources: ['enterprise-branch'],
  },
  owned_real_estate: {
    zh: '自有不动产数',
    en: 'Real estate owned',
    type: 'integer',
    unit: 'titles',
    better: 'higher',
    sources: ['real-estate-ownership'],
  },
} as const satisfies Record<string, FactDefinition>;
