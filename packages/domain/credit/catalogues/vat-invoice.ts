import { date } from '../../time.ts';
import type { Catalogue, Field } from '../catalogue.ts';
import { rowNumber } from '../firm-fields.ts';

/** A red-letter invoice takes back what an earlier one billed: its amounts are negative. */
const RED_LETTER = Number.MIN_SAFE_INTEGER;

const parties: readonly Field[] = [
  {
    id: 'code',
    type: 'code',
    zh: '统一社会信用代码',
    required: true,
    aliases: ['企业代号', '纳税人识别号'],
  },
  {
    id: 'direction',
    type: 'choice',
    zh: '发票方向',
    required: true,
    aliases: ['进销项', '进销项标志', '进销标志'],
    choices: { sale: ['销项', '销项发票', '销'], purchase: ['进项', '进项发票', '进'] },
  },
  {
    id: 'counterparty',
    type: 'text',
    zh: '对方单位',
    maxLength: 200,
    aliases: [
      ...['购方单位代号', '购方单位', '购方名称', '购买方名称'],
      ...['销方单位代号', '销方单位', '销方名称', '销售方名称', '对方名称', '对方单位代号'],
    ],
  },
];

const amounts: readonly Field[] = [
  {
    id: 'amount',
    type: 'money',
    zh: '金额',
    required: true,
    min: RED_LETTER,
    aliases: ['不含税金额', '金额（元）', '合计金额'],
  },
  {
    id: 'tax',
    type: 'money',
    zh: '税额',
    min: RED_LETTER,
    aliases: ['税额（元）', '合计税额'],
  },
  {
    id: 'total',
    type: 'money',
    zh: '价税合计',
    min: RED_LETTER,
    aliases: ['价税合计（元）', '含税金额'],
  },
];

/** 增值税发票, from the tax office, shared upon authorisation (domain.md C6). Amounts are net unless `total`. */
export const vatInvoice: Catalogue = {
  id: 'vat-invoice',
  version: 1,
  zh: '增值税发票',
  about: 'The firm issued or received a VAT invoice.',
  category: 'tax',
  supplierKind: 'tax_office',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'issued_on',
  packedBy: 'quarter',
  updateKey: ['direction', 'invoice_code', 'number', 'issued_on'],
  sums: [{ total: 'total', parts: ['amount', 'tax'] }],
  fields: [
    ...parties,
    { id: 'invoice_code', type: 'text', zh: '发票代码', maxLength: 20 },
    {
      id: 'number',
      type: 'text',
      zh: '发票号码',
      required: true,
      maxLength: 30,
      aliases: ['发票号', '数电票号码'],
    },
    {
      id: 'issued_on',
      type: 'date',
      zh: '开票日期',
      required: true,
      aliases: ['开票时间', '开具日期'],
    },
    ...amounts,
    {
      id: 'status',
      type: 'choice',
      zh: '发票状态',
      required: true,
      aliases: ['状态', '作废标志'],
      choices: {
        valid: ['有效发票', '有效', '正常', '正常发票'],
        void: ['作废发票', '作废', '已作废'],
      },
    },
    rowNumber,
  ],
};
