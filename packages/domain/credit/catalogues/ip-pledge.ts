import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 知识产权质押登记, monthly (domain.md C6). The pledgee may be a person and is left out. */
export const ipPledge: Catalogue = {
  id: 'ip-pledge',
  version: 1,
  zh: '知识产权质押',
  about: 'Intellectual property of the firm is pledged.',
  category: 'intellectual_property',
  supplierKind: 'ip_office',
  cycle: 'monthly',
  sharing: 'public',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'registered_on',
  updateKey: ['registration_number'],
  inOrder: [['registered_on', 'cancelled_on']],
  endOf: until('cancelled_on'),
  fields: firmFields(
    [
      {
        id: 'registration_number',
        type: 'text',
        zh: '质押登记号',
        required: true,
        maxLength: 100,
        aliases: ['登记号', '质权登记编号', '质押登记编号'],
      },
      {
        id: 'kind',
        type: 'choice',
        zh: '质押标的类型',
        required: true,
        aliases: ['知识产权类型', '质押类型'],
        choices: {
          patent: ['专利', '专利权', '专利权质押'],
          trademark: ['商标', '商标专用权', '商标专用权质押', '注册商标专用权'],
          copyright: ['著作权', '版权', '著作权质押'],
        },
      },
      {
        id: 'object',
        type: 'text',
        zh: '质押标的',
        maxLength: 500,
        aliases: ['质押专利号', '专利号', '商标注册号', '著作权登记号'],
      },
      {
        id: 'amount',
        type: 'money',
        zh: '担保债权金额',
        aliases: ['质押金额', '被担保债权数额', '质押金额（万元）', '担保债权金额（万元）'],
        unit: 'wan_yuan',
      },
      { id: 'pledgee', type: 'text', zh: '质权人', aliases: ['质权人名称'], discard: true },
      {
        id: 'registered_on',
        type: 'date',
        zh: '登记日期',
        required: true,
        aliases: ['质押登记日期', '登记生效日'],
      },
      {
        id: 'valid_to',
        type: 'date',
        zh: '质押期限至',
        aliases: ['质押截止日期', '债务履行期限至'],
        futureAllowed: true,
      },
      { id: 'cancelled_on', type: 'date', zh: '注销日期', aliases: ['质押注销日期', '解除日期'] },
    ],
    { code: ['出质人统一社会信用代码'], name: ['出质人', '出质人名称'] },
  ),
};
