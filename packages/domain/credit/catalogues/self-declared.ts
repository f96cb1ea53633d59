import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 自主自愿申报 with a promise of truth and leave to share (domain.md A12). It counts once somebody has verified it. */
export const selfDeclared: Catalogue = {
  id: 'self-declared',
  version: 1,
  zh: '自主申报',
  about: 'What the firm says of itself.',
  category: 'self_declared',
  supplierKind: 'enterprise',
  cycle: 'event',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'happened_on',
  updateKey: ['kind', 'title', 'document_number'],
  inOrder: [['happened_on', 'valid_to']],
  verified: true,
  endOf: until('valid_to'),
  fields: firmFields([
    {
      id: 'kind',
      type: 'choice',
      zh: '申报类型',
      required: true,
      aliases: ['申报类别', '信息类型'],
      choices: {
        qualification: ['资质证书', '资质', '证书'],
        operation: ['生产经营', '经营信息', '经营'],
        contract: ['合同履行', '合同履约', '合同'],
        honour: ['表彰奖励', '荣誉', '奖励'],
        welfare: ['社会公益', '公益', '慈善捐赠'],
      },
    },
    {
      id: 'title',
      type: 'text',
      zh: '申报事项',
      required: true,
      maxLength: 200,
      aliases: ['名称', '事项名称', '申报内容名称'],
    },
    {
      id: 'document_number',
      type: 'text',
      zh: '证明材料编号',
      maxLength: 50,
      aliases: ['证书编号', '合同编号', '文号'],
    },
    {
      id: 'content',
      type: 'text',
      zh: '申报内容',
      maxLength: 4000,
      aliases: ['内容', '具体内容', '说明'],
    },
    {
      id: 'amount',
      type: 'money',
      zh: '涉及金额',
      aliases: ['金额', '合同金额', '捐赠金额', '金额（元）'],
    },
    {
      id: 'counterparty',
      type: 'text',
      zh: '相关单位',
      maxLength: 200,
      aliases: ['发证单位', '颁发单位', '合同对方单位'],
    },
    {
      id: 'happened_on',
      type: 'date',
      zh: '发生日期',
      required: true,
      aliases: ['日期', '取得日期', '签订日期'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['有效期止', '有效期截止日期'],
      futureAllowed: true,
      absent: withoutEnd,
    },
    {
      id: 'promised',
      type: 'choice',
      zh: '真实性承诺',
      required: true,
      aliases: ['是否承诺真实', '承诺真实有效'],
      choices: { yes: ['是', '已承诺', '承诺', '同意', '1', 'Y'] },
    },
    {
      id: 'authorised',
      type: 'choice',
      zh: '授权共享',
      required: true,
      aliases: ['是否授权', '授权使用', '同意授权共享'],
      choices: { yes: ['是', '已授权', '授权', '同意', '1', 'Y'] },
    },
  ]),
};
