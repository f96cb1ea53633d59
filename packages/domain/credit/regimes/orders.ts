import { yuan } from '../../money.ts';
import { date } from '../../time.ts';
import type { Regime } from './regime.ts';

/**
 * Departments publish their own criteria (C8); until they are data, ours: what C8 names as examples. A
 * suspension is serious here, the stricter reading: C8 names a suspended licence as an example of 一般. An
 * explicit 失信严重程度 always wins.
 */
const severity: Regime['severity'] = {
  byCategory: {
    warning: 'minor',
    criticism: 'minor',
    other: 'general',
    fine: 'general',
    confiscation: 'general',
    suspension: 'serious',
    restriction: 'serious',
    revocation: 'serious',
    detention: 'serious',
  },
  hugeFine: yuan(1_000_000),
};

/**
 * 58号令: classes go by field of law, so the least time follows from the basis of the penalty, and the most is
 * three years whatever the gravity. What is serious by itself waits a year too, the stricter reading.
 */
const publicity58: Regime['publicity'] = {
  minor: { displayed: false, minMonths: 3, maxMonths: 36 },
  general: { displayed: true, minMonths: 3, maxMonths: 36 },
  serious: { displayed: true, minMonths: 12, maxMonths: 36 },
};
const special58 = {
  named: ['食品', '药品', '特种设备', '安全生产', '消防'],
  minMonths: 12,
};

const conditions = ['min_publicity_over', 'duties_fulfilled', 'public_commitment'] as const;

const order58: Regime = {
  id: 'order-58',
  zh: '失信行为纠正后的信用信息修复管理办法（试行）（发改委令58号）',
  en: 'Order 58 of the NDRC on repair (trial)',
  from: date('2023-05-01'),
  to: date('2026-03-31'),
  appliesTo: 'decided_from',
  publicity: publicity58,
  special: special58,
  severity,
  repair: {
    conditions,
    acceptWithinWorkingDays: 3,
    decideWithinWorkingDays: 3,
    extendByWorkingDays: 10,
    promiseBarMonths: 36,
  },
  source: 'domain.md C8 S:K100, S:K102',
  marks: { publicity: 'high', repair: 'medium' },
};

/** What held before May 2023 differed by domain and is not among our facts: Order 58 stands in for it. */
const before58: Regime = {
  ...order58,
  id: 'before-58',
  zh: '58号令施行前',
  en: 'Before Order 58',
  from: date('1949-10-01'),
  to: date('2023-04-30'),
  source: 'not known; the terms of Order 58',
  marks: { publicity: 'assumed', repair: 'assumed' },
};

/**
 * 36号令. A minor fault is in principle not displayed, and repaired as soon as duties are fulfilled; where a
 * department displays it after all, three months are the most. The length of the extension (C8 M:low) and the
 * bar after a false promise (that of Order 58) are not verified.
 */
const order36: Regime = {
  id: 'order-36',
  zh: '信用修复管理办法（发改委令36号）',
  en: 'Order 36 of the NDRC on credit repair',
  from: date('2026-04-01'),
  appliesTo: 'decided_from',
  publicity: {
    minor: { displayed: false, minMonths: 0, maxMonths: 3 },
    general: { displayed: true, minMonths: 3, maxMonths: 12 },
    serious: { displayed: true, minMonths: 12, maxMonths: 36 },
  },
  severity,
  repair: {
    conditions,
    acceptWithinWorkingDays: 3,
    decideWithinWorkingDays: 10,
    extendByWorkingDays: 10,
    promiseBarMonths: 36,
  },
  source: 'domain.md C8 S:K95, S:K96, S:K98, S:K106, S:K107',
  marks: { publicity: 'high', repair: 'medium' },
};

/** 市场监管总局令107号 rules the register of abnormal operation; its working days are taken from Order 36. */
const order107: Regime = {
  ...order36,
  id: 'order-107',
  zh: '市场监督管理信用修复管理办法（市场监管总局令107号）',
  en: 'Order 107 of the SAMR on credit repair',
  from: date('2025-12-25'),
  catalogues: ['abnormal-operation'],
  source: 'domain.md C8 S:K109',
  marks: { publicity: 'medium', repair: 'assumed' },
};

/** In falling order of precedence. */
export const regimes: readonly Regime[] = [order107, order36, order58, before58];
