import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';

/** 进出口, monthly, shared upon authorisation (domain.md C6). */
export const customsTrade: Catalogue = {
  id: 'customs-trade',
  version: 1,
  zh: '进出口额',
  about: 'What the firm imported or exported in a month.',
  category: 'trade',
  supplierKind: 'customs',
  cycle: 'monthly',
  sharing: 'authorised',
  retentionYears: 5,
  effective: { from: date('2024-03-28') },
  subject: 'code',
  occurredOn: 'month',
  updateKey: ['month', 'direction'],
  packedBy: 'year',
  fields: firmFields(
    [
      {
        id: 'month',
        type: 'month',
        zh: '统计月份',
        required: true,
        aliases: ['月份', '进出口月份', '年月'],
      },
      {
        id: 'direction',
        type: 'choice',
        zh: '进出口标志',
        required: true,
        aliases: ['进出口类型', '贸易方向'],
        choices: { import: ['进口', 'I', '进'], export: ['出口', 'E', '出'] },
      },
      {
        id: 'amount',
        type: 'money',
        zh: '进出口金额',
        required: true,
        aliases: ['人民币金额', '进出口总值', '贸易额', '进出口金额（元）', '金额'],
      },
      { id: 'declarations', type: 'integer', zh: '报关单量', aliases: ['报关单数量', '报关单数'] },
    ],
    {
      code: ['收发货人统一社会信用代码', '经营单位统一社会信用代码'],
      name: ['收发货人名称', '经营单位名称'],
    },
  ),
};
