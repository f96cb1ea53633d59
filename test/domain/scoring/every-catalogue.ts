import type { CreditRecord } from '#domain/credit/record';
import { yuan } from '#domain/money';
import { aRecord, insurance, invoices, packed, penalty, taxGrade } from './build.ts';

type Of = CreditRecord['catalogue'];
const on = (catalogue: Of, day: string, content: CreditRecord['content'], to?: string) =>
  aRecord({ catalogue, key: `${day}-${Object.values(content).join('-')}`, on: day, to, content });

const monthsOf = (year: string, upTo: number, content: CreditRecord['content']) =>
  Array.from({ length: upTo }, (_, index) => ({
    month: `${year}-${String(index + 1).padStart(2, '0')}`,
    ...content,
  }));

/** A firm of which every catalogue that is scored knows something, as of 2026-03-31. */
export const aKnownFirm: readonly CreditRecord[] = [
  ...invoices(
    { on: '2024-01-05', yuan: 10, with: 'B1' },
    { on: '2025-03-05', yuan: 30, with: 'B1' },
    { on: '2026-01-05', yuan: 30, with: 'B1' },
    { on: '2026-01-06', yuan: 20, with: 'A1', direction: 'purchase' },
  ),
  ...insurance(['2025-01', 3], ['2026-01', 4]),
  taxGrade(2024, 'A'),
  penalty('2025-10-01', 'minor', { fine: 100 }),
  on('enterprise-registration', '2016-03-31', { legal_form: 'company' }),
  on('shareholder', '2016-03-31', { subscribed: yuan(100), paid_in: yuan(60) }),
  on('shareholder', '2017-03-31', { subscribed: yuan(100), paid_in: yuan(40) }),
  on('registration-change', '2024-06-01', { item: '地址' }),
  on('registration-change', '2023-06-01', { item: '法定代表人' }), // Before the 24 months.
  on('annual-report', '2025-06-01', {
    year: 2024,
    assets: yuan(1_000),
    liabilities: yuan(400),
    revenue: yuan(2_000),
    net_profit: yuan(50),
  }),
  on('annual-report', '2024-06-01', { year: 2023 }),
  on('enterprise-branch', '2020-01-01', {}),
  on('enterprise-branch', '2019-01-01', {}, '2025-01-01'), // Closed.
  on('real-estate-ownership', '2018-01-01', {}),
  packed('housing-fund', '2025', '2025-12-31', monthsOf('2025', 12, { paid: 'yes' })),
  packed('tax-paid', '2025', '2025-12-31', monthsOf('2025', 12, { amount: yuan(10) })),
  packed('declared-sales', '2024', '2024-12-31', monthsOf('2024', 12, { sales: yuan(100) })),
  packed('declared-sales', '2025', '2025-12-31', monthsOf('2025', 12, { sales: yuan(120) })),
  packed(
    'utility-usage',
    '2024',
    '2024-12-31',
    monthsOf('2024', 12, { kind: 'electricity', quantity: 100 }),
  ),
  packed(
    'utility-usage',
    '2025',
    '2025-12-31',
    monthsOf('2025', 12, { kind: 'electricity', quantity: 90 }),
  ),
  packed('customs-trade', '2025', '2025-12-31', [
    { month: '2025-11', direction: 'export', amount: yuan(70) },
    { month: '2025-12', direction: 'import', amount: yuan(90) },
  ]),
  on('procurement-win', '2025-05-01', { amount: yuan(5) }),
  on('contract', '2025-05-01', {}, '2027-01-01'),
  on('contract', '2024-05-01', {}, '2025-01-01'), // Over.
  on('contract-performance', '2025-05-01', { contract_number: '1', performance: 'late' }),
  on('contract-performance', '2025-09-01', { contract_number: '1', performance: 'performed' }),
  on('contract-performance', '2025-09-01', { contract_number: '2', performance: 'breached' }),
  on('commitment-keeping', '2025-09-01', { kept: 'kept' }),
  on('commitment-keeping', '2025-08-01', { kept: 'broken' }),
  on('commitment-keeping', '2025-07-01', { kept: 'broken' }, '2025-12-01'), // Made good.
  on('customs-grade', '2025-07-01', { grade: 'certified' }),
  on('utility-arrears', '2026-01-01', { amount: yuan(30) }),
  on('wage-arrears', '2026-01-01', { amount: yuan(30) }),
  on('tax-arrears', '2026-01-01', { amount: yuan(30) }),
  on('tax-abnormal', '2026-01-01', {}),
  on('abnormal-operation', '2026-01-01', {}),
  on('attention-list', '2026-01-01', {}),
  on('environmental-grade', '2025-03-01', { grade: 'blue' }),
  on('environmental-grade', '2025-09-01', { grade: 'yellow' }),
  on('labour-grade', '2024-05-01', { grade: 'A' }),
  on('public-credit-grade', '2026-03-01', { grade: 'B' }),
  on('administrative-inspection', '2025-03-01', { outcome: 'clean' }),
  on('administrative-inspection', '2025-04-01', { outcome: 'not_found' }),
  on('administrative-inspection', '2025-05-01', { outcome: 'corrected' }),
  on('administrative-coercion', '2026-02-01', { measure: 'sealing' }, '2026-08-01'),
  on('administrative-licence', '2025-02-01', { state: 'valid' }),
  on('court-filing', '2026-02-01', { role: 'defendant' }),
  on('court-filing', '2026-02-02', { role: 'plaintiff' }),
  on('court-judgment', '2025-02-01', { role: 'defendant', outcome: 'lost' }),
  on('court-judgment', '2025-02-02', { role: 'defendant', outcome: 'won' }),
  on('judgment-debtor', '2026-02-01', { amount: yuan(6) }),
  on('dishonest-debtor', '2026-02-01', {}),
  on('bankruptcy', '2026-02-01', { kind: 'reorganisation' }),
  on('real-estate-seizure', '2026-02-01', {}),
  on('real-estate-mortgage', '2026-02-01', {}),
  on('movables-security', '2026-02-01', {}),
  on('honour', '2025-02-01', { level: 'city' }),
  on('technology-grade', '2025-02-01', { kind: 'high_technology' }),
  on('technology-grade', '2025-02-02', { kind: 'little_giant' }),
  on('patent', '2025-02-01', { kind: 'invention' }),
  on('patent', '2025-02-02', { kind: 'design' }),
  on('trademark', '2025-02-01', {}),
  on('demonstration-enterprise', '2025-02-01', { kind: 'demonstration' }),
  on('administrative-reward', '2025-02-01', {}),
  on('qualification', '2025-02-01', { state: 'valid' }),
  on('qualification', '2025-02-02', { state: 'suspended' }),
  on('policy-support', '2025-02-01', {}),
  { ...on('self-declared', '2025-02-01', { kind: 'honour' }), verification: 'verified' },
  { ...on('self-declared', '2025-02-02', { kind: 'honour' }), verification: 'unverified' },
];
