import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 股东及出资信息, daily (domain.md C6). Names are left out, so a delivery numbers its shareholders. */
export const shareholder: Catalogue = {
  id: 'shareholder',
  version: 1,
  zh: '股东及出资',
  about: 'Somebody holds, or held, shares in the firm.',
  category: 'registration',
  supplierKind: 'market_regulator',
  cycle: 'daily',
  sharing: 'authorised',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'since',
  updateKey: ['shareholder_number'],
  inOrder: [['since', 'until']],
  endOf: until('until'),
  fields: firmFields([
    {
      id: 'shareholder_number',
      type: 'text',
      zh: '股东序号',
      required: true,
      maxLength: 64,
      aliases: ['股东编号', '股东标识', '出资人序号'],
    },
    {
      id: 'kind',
      type: 'choice',
      zh: '股东类型',
      aliases: ['出资人类型', '投资人类型'],
      dispensable: true,
      choices: {
        person: ['自然人', '自然人股东', '个人'],
        firm: ['企业法人', '法人股东', '企业', '公司', '内资公司', '外国（地区）企业'],
        partnership: ['合伙企业', '有限合伙企业'],
        public_body: ['机关法人', '事业法人', '社团法人', '国有资产监督管理机构', '政府'],
      },
    },
    {
      id: 'shareholder_code',
      type: 'text',
      zh: '股东统一社会信用代码',
      maxLength: 18,
      aliases: ['法人股东代码', '出资企业统一社会信用代码'],
    },
    {
      id: 'shareholder_name',
      type: 'text',
      zh: '股东名称',
      aliases: ['股东姓名', '股东', '出资人名称', '投资人'],
      discard: true,
    },
    {
      id: 'shareholder_id',
      type: 'text',
      zh: '股东证件号码',
      aliases: ['证照号码', '股东证照号码'],
      discard: true,
    },
    {
      id: 'subscribed',
      type: 'money',
      zh: '认缴出资额',
      aliases: ['认缴出资额（万元）', '认缴金额'],
      unit: 'wan_yuan',
      dispensable: true,
    },
    {
      id: 'paid_in',
      type: 'money',
      zh: '实缴出资额',
      aliases: ['实缴出资额（万元）', '实缴金额'],
      unit: 'wan_yuan',
      dispensable: true,
    },
    {
      id: 'share',
      type: 'text',
      zh: '持股比例',
      maxLength: 20,
      aliases: ['出资比例', '持股比例（%）', '出资比例（%）'],
    },
    { id: 'due_on', type: 'date', zh: '认缴出资日期', futureAllowed: true },
    {
      id: 'since',
      type: 'date',
      zh: '出资日期',
      aliases: ['实缴出资日期', '持股起始日期', '成为股东日期'],
    },
    { id: 'until', type: 'date', zh: '退出日期', aliases: ['持股截止日期'] },
  ]),
};
