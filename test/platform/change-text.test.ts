import { expect, test } from 'vitest';
import { type Change, changeKinds } from '#domain/matching/nearest/change';
import { yuan } from '#domain/money';
import { basisPoints } from '#domain/rate';
import { date, months } from '#domain/time';
import { changeText } from '#platform/change-text';

const told: readonly (readonly [Change, zh: string, en: string])[] = [
  [{ kind: 'audience', to: { to: 'all' } }, '将需求面向全部机构', 'Open the need to all banks'],
  [
    { kind: 'district', to: '320508' },
    '如属实，在需求中填写资金使用地 320508',
    'If it is so, say in the need that the money is used in 320508',
  ],
  [
    { kind: 'principal', from: yuan(4_000_000), to: yuan(3_000_000) },
    '贷款金额：由 400 万元 改为 300 万元',
    'Amount: 300 万元 in place of 400 万元',
  ],
  [
    { kind: 'term', from: months(60), to: months(36) },
    '贷款期限：由 60 改为 36',
    'Term: 36 in place of 60',
  ],
  [
    { kind: 'guarantee', to: 'risk_fund' },
    '增加担保方式：信保基金',
    'Offer besides: Credit guarantee fund',
  ],
  [
    { kind: 'repayment', from: 'bullet', to: 'equal_principal' },
    '还款方式：由 到期一次还本付息 改为 等额本金',
    'Repayment: Equal principal in place of All at the end',
  ],
  [
    { kind: 'rate_ceiling', from: basisPoints(300), to: basisPoints(350) },
    '可接受的最高利率：由 3.00 % 改为 3.50 %',
    'Highest rate accepted: 3.50 % in place of 3.00 %',
  ],
  [
    { kind: 'purpose', from: 'equipment', to: 'orders' },
    '贷款用途：由 设备购置 改为 采购/订单（须为真实用途）',
    'Purpose: Purchases and orders in place of Equipment, if the money goes there',
  ],
  [
    { kind: 'disclose', category: 'tax' },
    '授权查询：纳税信息',
    'Disclose: Tax paid, owed, graded; sales declared',
  ],
  [
    {
      kind: 'provide',
      fact: 'existing_lenders',
      provide: { how: 'declare', field: 'declared.existingLenders' },
      meets: [
        { fact: 'existing_lenders', atMost: 3 },
        { not: { fact: 'existing_lenders', atMost: 1 } },
      ],
      value: 3,
    },
    '如属实，在需求中填写：存量贷款机构数 不高于 3，非 不高于 1',
    'If it is so, say in the need: Lenders at present at most 3, not at most 1',
  ],
  [
    { kind: 'settle', debt: 'tax', owed: yuan(10_000) },
    '结清欠税 1 万元',
    'Pay tax arrears 1 万元',
  ],
  [
    { kind: 'repair', fact: 'penalties_serious_36m', from: 2, to: 0 },
    '申请信用修复：严重失信处罚次数由 2 减至 0',
    'Apply for repair: Serious penalties of 36 months 2 → 0',
  ],
  [{ kind: 'join_list', list: 'recommended' }, '争取列入推荐名单', 'Seek to be recommended'],
  [
    { kind: 'wait', months: months(3), until: date('2026-06-02') },
    '等待 3 个月，至 2026-06-02',
    'Wait for 3 months, until 2026-06-02',
  ],
];

test.each(told)('%o is told in both languages', (change, zh, en) => {
  expect([changeText(change, 'zh'), changeText(change, 'en')]).toEqual([zh, en]);
});

test('every kind of change has its words', () => {
  expect(told.map(([{ kind }]) => kind)).toEqual(changeKinds);
});
