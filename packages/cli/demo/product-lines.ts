import { yuan } from '#domain/money';
import type { Criterion } from '#domain/product/criterion';
import type { Guarantee, Purpose, Repayment } from '#domain/product/vocabulary';
import { fixed, line, lpr, type ProductLine } from './product-line.ts';

/** 万元 in fen. */
const wan = (amount: number) => yuan(amount * 10_000);

const older = (months: number): Criterion => ({ fact: 'age_months', atLeast: months });

const credit: readonly Guarantee[] = ['unsecured'];
const house: readonly Guarantee[] = ['mortgage'];
const surety: readonly Guarantee[] = ['guarantor_firm', 'guarantor_person', 'mortgage'];
const company: readonly Guarantee[] = ['guarantee_company'];
const backed: readonly Guarantee[] = ['mortgage', 'guarantor_firm', 'guarantee_company'];
const pledged: readonly Guarantee[] = ['pledge_ip', 'pledge_receivables', 'risk_fund'];
const mixed: readonly Guarantee[] = ['unsecured', 'pledge_receivables', 'guarantor_person'];

const trade: readonly Purpose[] = ['working_capital', 'orders', 'wages'];
const running: readonly Purpose[] = [...trade, 'foreign_trade', 'equipment', 'renewal'];
const works: readonly Purpose[] = ['equipment', 'upgrade', 'project', 'green'];
const growth: readonly Purpose[] = ['working_capital', 'research', 'equipment', 'upgrade'];
const orders: readonly Purpose[] = ['orders', 'foreign_trade', 'working_capital'];
const green: readonly Purpose[] = ['green', 'upgrade', 'project'];

const flow: readonly Repayment[] = ['interest_monthly', 'revolving', 'bullet'];
const pay: readonly Repayment[] = ['equal_instalments', 'equal_principal', 'interest_monthly'];

const smallOnes: readonly Criterion[] = [{ fact: 'size', in: ['micro', 'small'] }];
const grownOnes: readonly Criterion[] = [
  { fact: 'size', in: ['small', 'medium', 'large'] },
  older(36),
];
const science: readonly Criterion[] = [
  { fact: 'industry', in: ['C27', 'C35', 'C38', 'C39', 'C40', 'I', 'M'] },
];
const makers: readonly Criterion[] = [{ fact: 'industry', in: ['C', 'E', 'G'] }, older(24)];
const clean: readonly Criterion[] = [{ fact: 'penalties_serious_36m', atMost: 0 }];

/**
 * Names and terms in the manner of the field (domain.md C11), none of a real bank's. Numbers: 万元 low and
 * high, months low and high, working days to a decision, credit points.
 */
export const productLines: readonly ProductLine[] = [
  line(
    ['税易贷', 'tax_loan', ['online', 'unsecured']],
    [5, 300, 6, 24, 2, 740],
    lpr(60, 220),
    [credit, trade, flow],
    [{ fact: 'tax_grade', in: ['A', 'B', 'M'] }, older(24)],
  ),
  line(
    ['税易贷·A级专享', 'tax_loan', ['online', 'unsecured']],
    [20, 800, 6, 36, 2, 810],
    lpr(-5, 90),
    [credit, trade, flow],
    [{ fact: 'tax_grade', in: ['A'] }, older(36)],
  ),
  line(
    ['发票快贷', 'working_capital_loan', ['online', 'unsecured']],
    [5, 200, 3, 12, 1, 710],
    fixed(420, 760),
    [credit, trade, flow],
    [{ fact: 'sales_12m_fen', atLeast: wan(100) }, older(12)],
  ),
  line(['经营贷', 'business_loan'], [5, 1000, 12, 36, 5, 690], lpr(40, 180), [
    surety,
    running,
    pay,
  ]),
  line(['抵押快贷', 'business_loan'], [10, 2000, 12, 60, 5, 660], lpr(-10, 110), [
    house,
    [...trade, 'renewal'],
    pay,
  ]),
  line(
    ['科创贷', 'technology_loan', ['technology']],
    [20, 1500, 12, 36, 5, 760],
    lpr(-20, 100),
    [mixed, growth, pay],
    science,
  ),
  line(
    ['研发贷', 'technology_loan', ['technology']],
    [20, 1000, 12, 48, 6, 730],
    lpr(-10, 120),
    [pledged, growth, pay],
    science,
  ),
  line(
    ['专精特新贷', 'technology_loan', ['technology', 'unsecured']],
    [100, 3000, 12, 36, 4, 840],
    lpr(-35, 40),
    [credit, growth, pay],
    [
      { fact: 'industry', in: ['C', 'I', 'M'] },
      { fact: 'sales_12m_fen', atLeast: wan(1000) },
      ...clean,
    ],
  ),
  line(
    ['知识产权质押贷', 'technology_loan', ['technology']],
    [20, 1000, 12, 36, 8, 730],
    lpr(0, 130),
    [pledged, growth, pay],
    science,
  ),
  line(
    ['设备更新贷', 'fixed_asset_loan'],
    [10, 3000, 24, 60, 7, 730],
    lpr(-15, 90),
    [backed, works, pay],
    makers,
  ),
  line(
    ['技改贷', 'fixed_asset_loan'],
    [100, 5000, 24, 72, 10, 770],
    lpr(-25, 70),
    [backed, works, pay],
    [
      { fact: 'industry', in: ['C'] },
      { fact: 'size', in: ['small', 'medium', 'large'] },
    ],
  ),
  line(
    ['订单贷', 'supply_chain'],
    [10, 800, 3, 12, 3, 730],
    lpr(50, 190),
    [mixed, orders, flow],
    [{ fact: 'sales_12m_fen', atLeast: wan(300) }],
  ),
  line(
    ['外贸贷', 'working_capital_loan', ['foreign_trade']],
    [10, 1500, 3, 12, 4, 750],
    lpr(10, 130),
    [[...credit, ...company], orders, flow],
    [{ fact: 'industry', in: ['C', 'F51'] }],
  ),
  line(
    ['绿色贷', 'green_loan', ['green']],
    [20, 4000, 24, 84, 8, 780],
    lpr(-40, 60),
    [backed, green, pay],
    clean,
  ),
  line(
    ['信保贷', 'working_capital_loan', ['inclusive']],
    [10, 1000, 12, 24, 5, 680],
    lpr(30, 130),
    [['risk_fund'], trade, pay],
    smallOnes,
  ),
  line(['担保贷', 'working_capital_loan'], [5, 1000, 12, 36, 7, 640], lpr(40, 150), [
    company,
    running,
    pay,
  ]),
  line(
    ['首贷通', 'working_capital_loan', ['first_loan', 'unsecured']],
    [2, 200, 6, 12, 3, 690],
    lpr(70, 200),
    [credit, trade, flow],
    smallOnes,
  ),
  line(
    ['无还本续贷', 'working_capital_loan', ['renewal_without_repayment']],
    [5, 1000, 6, 24, 3, 730],
    lpr(30, 150),
    [mixed, ['renewal'], ['renewal_without_repayment', ...flow]],
    [{ fact: 'size', in: ['micro', 'small', 'medium'] }],
  ),
  line(
    ['稳岗贷', 'working_capital_loan', ['unsecured']],
    [5, 500, 6, 12, 3, 740],
    lpr(10, 110),
    [credit, ['wages'], flow],
    [{ fact: 'insured_headcount', atLeast: 10 }],
  ),
  line(
    ['商户贷', 'business_loan', ['online', 'unsecured']],
    [2, 50, 3, 24, 1, 650],
    fixed(480, 980),
    [credit, trade, ['revolving', ...pay]],
    [
      { fact: 'size', in: ['micro'] },
      { fact: 'industry', in: ['F', 'H', 'O'] },
    ],
  ),
  line(
    ['推荐贷', 'working_capital_loan', ['unsecured']],
    [50, 2000, 12, 36, 3, 0],
    lpr(-30, 60),
    [credit, [...trade, 'equipment', 'research'], pay],
    [{ fact: 'lists', in: ['recommended'] }, ...clean],
  ),
  line(
    ['供应链贷', 'supply_chain'],
    [10, 1500, 3, 12, 3, 700],
    lpr(40, 170),
    [mixed, orders, flow],
    [
      { fact: 'sales_12m_fen', atLeast: wan(500) },
      { fact: 'industry', except: ['K', 'L'] },
    ],
  ),
  line(
    ['项目贷', 'fixed_asset_loan'],
    [300, 10_000, 24, 120, 15, 780],
    lpr(-20, 80),
    [surety, works, pay],
    grownOnes,
  ),
  line(
    ['惠农贷', 'agricultural_loan', ['agricultural']],
    [5, 300, 6, 36, 4, 650],
    lpr(40, 160),
    [[...credit, ...company], trade, pay],
    [{ fact: 'industry', in: ['A', 'C13', 'C14', 'F5124'] }],
  ),
];
