import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 破产案件, from the courts, daily (domain.md C6). */
export const bankruptcy: Catalogue = {
  id: 'bankruptcy',
  version: 1,
  zh: '破产案件',
  about: 'A court accepted bankruptcy proceedings over the firm.',
  category: 'judicial',
  supplierKind: 'court',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'accepted_on',
  updateKey: ['case_number'],
  inOrder: [['accepted_on', 'closed_on']],
  list: { type: 'liquidation' },
  endOf: until('closed_on'),
  fields: firmFields(
    [
      {
        id: 'case_number',
        type: 'text',
        zh: '案号',
        required: true,
        maxLength: 100,
        aliases: ['破产案号'],
      },
      {
        id: 'court',
        type: 'text',
        zh: '受理法院',
        required: true,
        maxLength: 100,
        aliases: ['法院', '办理法院', '审理法院', '法院名称'],
      },
      {
        id: 'kind',
        type: 'choice',
        zh: '破产类型',
        aliases: ['案件类型', '破产程序', '申请类型'],
        choices: {
          liquidation: ['破产清算', '清算', '强制清算'],
          reorganisation: ['破产重整', '重整', '预重整'],
          composition: ['破产和解', '和解'],
        },
      },
      {
        id: 'accepted_on',
        type: 'date',
        zh: '受理日期',
        required: true,
        aliases: ['裁定受理日期', '受理时间'],
      },
      { id: 'declared_on', type: 'date', zh: '宣告破产日期', aliases: ['宣告日期'] },
      {
        id: 'administrator',
        type: 'text',
        zh: '管理人机构',
        maxLength: 200,
        aliases: ['破产管理人', '管理人'],
      },
      { id: 'closed_on', type: 'date', zh: '终结日期', aliases: ['程序终结日期', '结案日期'] },
    ],
    {
      code: ['债务人统一社会信用代码', '被申请人统一社会信用代码'],
      name: ['债务人', '债务人名称', '被申请人'],
    },
  ),
};
