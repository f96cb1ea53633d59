import { yuan } from '#domain/money';
import type { Criteria, Guarantee, Purpose, Repayment } from '#domain/product/product';
import { fixed, line, lpr, type ProductLine } from './product-line.ts';

/** 万元 in fen. */
const wan = (amount: number) => yuan(amount * 10_000);

const credit: readonly Guarantee[] = ['unsecured'];
const house: readonly Guarantee[] = ['mortgage'];
const surety: readonly Guarantee[] = ['guarantor', 'mortgage'];
const company: readonly Guarantee[] = ['guarantee_company'];
const backed: readonly Guarantee[] = ['mortgage', 'guarantor', 'guarantee_company'];
const pledged: readonly Guarantee[] = ['pledge', 'risk_fund'];
const mixed: readonly Guarantee[] = ['unsecured', 'pledge', 'guarantor'];

const trade: readonly Purpose[] = ['working_capital', 'orders', 'wages'];
const running: readonly Purpose[] = [...trade, 'foreign_trade', 'equipment', 'renewal'];
const works: readonly Purpose[] = ['equipment', 'upgrade', 'project', 'green'];
const growth: readonly Purpose[] = ['working_capital', 'research', 'equipment', 'upgrade'];
const orders: readonly Purpose[] = ['orders', 'foreign_trade', 'working_capital'];
const green: readonly Purpose[] = ['green', 'upgrade', 'project'];

const flow: readonly Repayment[] = ['interest_first', 'revolving', 'bullet'];
const pay: readonly Repayment[] = ['equal_instalments', 'equal_principal', 'interest_first'];

const smallOnes: Criteria = { sizes: ['micro', 'small'] };
const grownOnes: Criteria = { sizes: ['small', 'medium', 'large'], minAgeMonths: 36 };
const science: Criteria = { industries: ['C27', 'C35', 'C38', 'C39', 'C40', 'I', 'M'] };
const makers: Criteria = { industries: ['C', 'E', 'G'], minAgeMonths: 24 };
const clean: Criteria = { maxSeriousPenalties: 0 };

/**
 * Names and terms in the manner of the field (domain.md C11), none of a real bank's. Numbers: 万元 low and
 * high, months low and high, working days to a decision, credit points.
 */
export const productLines: readonly ProductLine[] = [
  line('税易贷', [5, 300, 6, 24, 2, 740], lpr(60, 220), [credit, trade, flow], {
    taxGrades: ['A', 'B', 'M'],
    minAgeMonths: 24,
  }),
  line('税易贷·A级专享', [20, 800, 6, 36, 2, 810], lpr(-5, 90), [credit, trade, flow], {
    taxGrades: ['A'],
    minAgeMonths: 36,
  }),
  line('发票快贷', [5, 200, 3, 12, 1, 710], fixed(420, 760), [credit, trade, flow], {
    minAnnualSales: wan(100),
    minAgeMonths: 12,
  }),
  line('经营贷', [5, 1000, 12, 36, 5, 690], lpr(40, 180), [surety, running, pay]),
  line('抵押快贷', [10, 2000, 12, 60, 5, 660], lpr(-10, 110), [house, [...trade, 'renewal'], pay]),
  line('科创贷', [20, 1500, 12, 36, 5, 760], lpr(-20, 100), [mixed, growth, pay], science),
  line('研发贷', [20, 1000, 12, 48, 6, 730], lpr(-10, 120), [pledged, growth, pay], science),
  line('专精特新贷', [100, 3000, 12, 36, 4, 840], lpr(-35, 40), [credit, growth, pay], {
    industries: ['C', 'I', 'M'],
    minAnnualSales: wan(1000),
    maxSeriousPenalties: 0,
  }),
  line('知识产权质押贷', [20, 1000, 12, 36, 8, 730], lpr(0, 130), [pledged, growth, pay], science),
  line('设备更新贷', [10, 3000, 24, 60, 7, 730], lpr(-15, 90), [backed, works, pay], makers),
  line('技改贷', [100, 5000, 24, 72, 10, 770], lpr(-25, 70), [backed, works, pay], {
    industries: ['C'],
    sizes: ['small', 'medium', 'large'],
  }),
  line('订单贷', [10, 800, 3, 12, 3, 730], lpr(50, 190), [mixed, orders, flow], {
    minAnnualSales: wan(300),
  }),
  line('外贸贷', [10, 1500, 3, 12, 4, 750], lpr(10, 130), [[...credit, ...company], orders, flow], {
    industries: ['C', 'F51'],
  }),
  line('绿色贷', [20, 4000, 12, 84, 8, 780], lpr(-40, 60), [backed, green, pay], clean),
  line('信保贷', [10, 1000, 12, 24, 5, 680], lpr(30, 130), [['risk_fund'], trade, pay], smallOnes),
  line('担保贷', [5, 1000, 12, 36, 7, 640], lpr(40, 150), [company, running, pay]),
  line('首贷通', [2, 200, 6, 12, 3, 690], lpr(70, 200), [credit, trade, flow], smallOnes),
  line('无还本续贷', [5, 1000, 6, 24, 3, 730], lpr(30, 150), [mixed, ['renewal'], flow], {
    sizes: ['micro', 'small', 'medium'],
  }),
  line('稳岗贷', [5, 500, 6, 12, 3, 740], lpr(10, 110), [credit, ['wages'], flow], {
    minInsuredHeadcount: 10,
  }),
  line('商户贷', [2, 50, 3, 24, 1, 650], fixed(480, 980), [credit, trade, ['revolving', ...pay]], {
    sizes: ['micro'],
    industries: ['F', 'H', 'O'],
  }),
  line(
    '推荐贷',
    [50, 2000, 12, 36, 3, 0],
    lpr(-30, 60),
    [credit, [...trade, 'equipment', 'research'], pay],
    {
      recommendedOnly: true,
      maxSeriousPenalties: 0,
    },
  ),
  line('供应链贷', [10, 1500, 3, 12, 3, 700], lpr(40, 170), [mixed, orders, flow], {
    minAnnualSales: wan(500),
    excludedIndustries: ['K', 'L'],
  }),
  line('项目贷', [300, 10_000, 24, 120, 15, 780], lpr(-20, 80), [surety, works, pay], grownOnes),
  line('惠农贷', [5, 300, 6, 36, 4, 650], lpr(40, 160), [[...credit, ...company], trade, pay], {
    industries: ['A', 'C13', 'C14', 'F5124'],
  }),
];
