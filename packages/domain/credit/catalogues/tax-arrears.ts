import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields, taxpayer } from '../firm-fields.ts';
import { until } from '../until.ts';

/** 欠税公告, from the tax office (domain.md C6). */
export const taxArrears: Catalogue = {
  id: 'tax-arrears',
  version: 1,
  zh: '欠税公告',
  about: 'The tax office announced that the firm owes tax.',
  category: 'tax',
  supplierKind: 'tax_office',
  cycle: 'quarterly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'announced_on',
  updateKey: ['tax_type', 'announced_on'],
  list: { type: 'tax_arrears' },
  endOf: until('cleared_on'),
  fields: firmFields(
    [
      {
        id: 'tax_type',
        type: 'text',
        zh: '欠税税种',
        required: true,
        maxLength: 100,
        aliases: ['税种', '征收项目'],
      },
      {
        id: 'amount',
        type: 'money',
        zh: '欠税余额',
        required: true,
        aliases: ['欠税金额', '欠税余额（元）', '欠税金额（元）'],
      },
      {
        id: 'announced_on',
        type: 'date',
        zh: '公告日期',
        required: true,
        aliases: ['公告时间', '发布日期'],
      },
      { id: 'cleared_on', type: 'date', zh: '清缴日期', aliases: ['结清日期', '补缴日期'] },
    ],
    taxpayer,
  ),
};
