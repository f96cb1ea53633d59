import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 专利, monthly (domain.md C6). Inventors are left out. */
export const patent: Catalogue = {
  id: 'patent',
  version: 1,
  zh: '专利',
  about: 'The firm owns a patent.',
  category: 'intellectual_property',
  supplierKind: 'ip_office',
  cycle: 'monthly',
  sharing: 'public',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'granted_on',
  updateKey: ['patent_number'],
  inOrder: [
    ['applied_on', 'granted_on'],
    ['granted_on', 'lapsed_on'],
  ],
  endOf: until('lapsed_on'),
  fields: firmFields(
    [
      {
        id: 'patent_number',
        type: 'text',
        zh: '专利号',
        required: true,
        maxLength: 50,
        aliases: ['专利申请号', '申请号', '授权公告号'],
      },
      {
        id: 'title',
        type: 'text',
        zh: '专利名称',
        maxLength: 300,
        aliases: ['发明名称', '发明创造名称'],
      },
      {
        id: 'kind',
        type: 'choice',
        zh: '专利类型',
        required: true,
        aliases: ['专利种类', '类型'],
        choices: {
          invention: ['发明专利', '发明', '发明授权'],
          utility_model: ['实用新型', '实用新型专利'],
          design: ['外观设计', '外观设计专利'],
        },
      },
      { id: 'applied_on', type: 'date', zh: '申请日期', aliases: ['申请日', '专利申请日'] },
      {
        id: 'granted_on',
        type: 'date',
        zh: '授权日期',
        required: true,
        aliases: ['授权公告日', '授权公告日期'],
      },
      { id: 'lapsed_on', type: 'date', zh: '失效日期', aliases: ['终止日期', '专利权终止日'] },
      {
        id: 'inventors',
        type: 'text',
        zh: '发明人',
        aliases: ['发明人姓名', '设计人'],
        discard: true,
      },
    ],
    {
      code: ['专利权人统一社会信用代码', '权利人统一社会信用代码'],
      name: ['专利权人', '专利权人名称', '权利人', '申请人'],
    },
  ),
};
