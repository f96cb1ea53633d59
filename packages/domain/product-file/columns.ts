import type { productStatuses } from '../product/product.ts';
import {
  documentKinds,
  guaranteeKinds,
  limitKinds,
  productFeatures,
  productKinds,
  purposeKinds,
  repaymentKinds,
} from '../product/vocabulary.ts';
import { criterionColumns } from './criterion-columns.ts';
import { choicesOf, column, moneyColumn, type ProductColumn } from './product-column.ts';

const required = true;

/** How a product is priced, and by which LPR. */
const pricingKinds = {
  fixed: { zh: '固定利率', en: 'Fixed' },
  lpr_1y: { zh: '1年期LPR加减点', en: '1-year LPR' },
  lpr_5y: { zh: '5年期以上LPR加减点', en: '5-year LPR' },
};

const statuses = {
  draft: { zh: '草稿', en: 'Draft' },
  checked: { zh: '已审核', en: 'Checked' },
  listed: { zh: '上架', en: 'Listed' },
  suspended: { zh: '暂停', en: 'Suspended' },
  delisted: { zh: '下架', en: 'Delisted' },
} as const satisfies Record<(typeof productStatuses)[number], object>;

const FEE_EXAMPLE = '担保费|企业|融资担保公司|放款时一次性|转账|0.8%';
const TIER_EXAMPLE = '[{"min":350,"max":400,"grades":["A","B"]}]';

/** What a file of products may say, in the order of its columns; what a bank has to say is required. */
export const productColumns: readonly ProductColumn[] = [
  column('id', ['产品编号', 'Product id'], 'id', { required, example: 'product_quick' }),
  column('bank.id', ['银行编号', 'Bank id'], 'id', { example: 'bank_gusu' }),
  column('bank.name', ['银行名称', 'Bank'], 'text', { required, example: '姑苏银行' }),
  column('bank.branch', ['支行', 'Branch'], 'text', { example: '平江支行' }),
  column('name', ['产品名称', 'Product'], 'text', { required, example: '信用快贷' }),
  column('kind', ['产品类型', 'Kind'], 'word', {
    required,
    example: '流动资金贷款',
    choices: choicesOf(productKinds),
  }),
  moneyColumn('principal.min', ['最低金额', 'Minimum amount'], { required, example: '10' }),
  moneyColumn('principal.max', ['最高金额', 'Maximum amount'], { required, example: '300' }),
  column('limit', ['额度方式', 'Limit'], 'word', {
    required,
    example: '循环额度',
    choices: choicesOf(limitKinds),
  }),
  column('term.min', ['最短期限（月）', 'Minimum term (months)'], 'months', {
    required,
    example: '3',
  }),
  column('term.max', ['最长期限（月）', 'Maximum term (months)'], 'months', {
    required,
    example: '36',
  }),
  column('pricing.kind', ['计价方式', 'Pricing'], 'word', {
    required,
    example: '固定利率',
    choices: choicesOf(pricingKinds),
  }),
  column('pricing.min', ['利率下限（%）', 'Minimum rate (%)'], 'rate', {
    required,
    example: '3.5%',
    aliases: ['年利率下限（%）', '利率下限（BP）', '利率下限（基点）', 'Minimum rate (bp)'],
  }),
  column('pricing.max', ['利率上限（%）', 'Maximum rate (%)'], 'rate', {
    required,
    example: '5.5%',
    aliases: ['年利率上限（%）', '利率上限（BP）', '利率上限（基点）', 'Maximum rate (bp)'],
  }),
  column('tiers', ['分档定价', 'Price tiers'], 'json', { example: TIER_EXAMPLE }),
  column('fees', ['费用', 'Fees'], 'fees', { example: FEE_EXAMPLE }),
  column('guarantees', ['担保方式', 'Guarantees'], 'words', {
    required,
    example: '信用、法人保证',
    choices: choicesOf(guaranteeKinds),
  }),
  column('purposes', ['贷款用途', 'Purposes'], 'words', {
    required,
    example: '经营周转、采购/订单',
    choices: choicesOf(purposeKinds),
  }),
  column('repayments', ['还款方式', 'Repayments'], 'words', {
    required,
    example: '等额本息、随借随还',
    choices: choicesOf(repaymentKinds),
  }),
  column('documents', ['申请材料', 'Documents'], 'words', {
    example: '营业执照、财务报表',
    choices: choicesOf(documentKinds),
  }),
  column('features', ['产品特点', 'Features'], 'words', {
    example: '纯线上、信用',
    choices: choicesOf(productFeatures),
  }),
  column('districts', ['服务区域', 'Districts served'], 'codes', { example: '320508、320505' }),
  ...criterionColumns,
  column('eligibility', ['准入条件', 'Further criteria'], 'json', {
    example: '[{"fact":"tax_arrears_fen","atMost":0}]',
  }),
  column('service.acceptDays', ['受理时限（工作日）', 'Days to accept'], 'days', {
    required,
    example: '1',
  }),
  column('service.decisionDays', ['审批时限（工作日）', 'Days to decide'], 'days', {
    required,
    example: '5',
  }),
  column('service.disburseDays', ['放款时限（工作日）', 'Days to disburse'], 'days', {
    required,
    example: '2',
  }),
  column('contact', ['联系方式', 'Contact'], 'text', { example: '0512-12345678' }),
  column('validFrom', ['生效日期', 'Valid from'], 'date', { required, example: '2026-01-01' }),
  column('validTo', ['失效日期', 'Valid to'], 'date', {
    example: '2026-12-31',
    absent: ['长期', '长期有效'],
  }),
  column('version', ['版本', 'Version'], 'whole', { example: '1', min: 1 }),
  column('status', ['状态', 'Status'], 'word', { example: '上架', choices: choicesOf(statuses) }),
];

export const productColumn = (id: string): ProductColumn | undefined =>
  productColumns.find((one) => one.id === id);
