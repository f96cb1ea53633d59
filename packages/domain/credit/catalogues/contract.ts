import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 合同信息, event, shared upon authorisation (domain.md A31): terms are trade secrets. The other side may be a person and is left out. */
export const contract: Catalogue = {
  id: 'contract',
  version: 1,
  zh: '合同',
  about: 'The firm concluded a contract.',
  category: 'contract',
  supplierKind: 'department',
  cycle: 'event',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'signed_on',
  updateKey: ['contract_number'],
  inOrder: [['from', 'to']],
  endOf: until('to'),
  fields: firmFields([
    {
      id: 'contract_number',
      type: 'text',
      zh: '合同编号',
      required: true,
      maxLength: 100,
      aliases: ['合同号', '合同备案编号'],
    },
    {
      id: 'title',
      type: 'text',
      zh: '合同名称',
      maxLength: 200,
      aliases: ['合同项目名称', '项目名称'],
    },
    {
      id: 'kind',
      type: 'choice',
      zh: '合同类型',
      aliases: ['合同类别', '合同种类'],
      dispensable: true,
      choices: {
        sale: ['买卖合同', '采购合同', '销售合同', '购销合同', '货物'],
        construction: ['建设工程合同', '施工合同', '工程合同', '工程'],
        service: ['服务合同', '委托合同', '技术合同', '承揽合同', '服务'],
        lease: ['租赁合同', '融资租赁合同'],
        other: ['其他', '其他合同'],
      },
    },
    {
      id: 'counterparty_code',
      type: 'text',
      zh: '对方统一社会信用代码',
      maxLength: 18,
      aliases: ['合同相对方统一社会信用代码', '甲方统一社会信用代码'],
    },
    {
      id: 'counterparty',
      type: 'text',
      zh: '合同相对方',
      aliases: ['对方名称', '对方单位', '甲方', '甲方名称'],
      discard: true,
    },
    {
      id: 'amount',
      type: 'money',
      zh: '合同金额',
      aliases: ['合同价款', '合同总价', '合同金额（元）'],
    },
    {
      id: 'signed_on',
      type: 'date',
      zh: '签订日期',
      required: true,
      aliases: ['合同签订日期', '签约日期', '签署日期'],
    },
    {
      id: 'from',
      type: 'date',
      zh: '履行起始日期',
      aliases: ['合同开始日期', '履行期限起'],
      futureAllowed: true,
    },
    {
      id: 'to',
      type: 'date',
      zh: '履行截止日期',
      aliases: ['合同结束日期', '履行期限止'],
      futureAllowed: true,
      absent: withoutEnd,
    },
  ]),
};
