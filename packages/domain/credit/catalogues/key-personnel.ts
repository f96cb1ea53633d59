import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 企业主要人员, daily, shared upon authorisation (domain.md C6). Names are left out: position and time tell what counts. */
export const keyPersonnel: Catalogue = {
  id: 'key-personnel',
  version: 1,
  zh: '企业主要人员',
  about: 'Somebody holds, or held, a leading position in the firm.',
  category: 'registration',
  supplierKind: 'market_regulator',
  cycle: 'daily',
  sharing: 'authorised',
  retentionYears: 10,
  effective: { from: date('2024-03-28') },
  subject: 'code',
  occurredOn: 'from',
  updateKey: ['position', 'person_number', 'from'],
  inOrder: [['from', 'to']],
  endOf: until('to'),
  fields: firmFields([
    {
      id: 'position',
      type: 'text',
      zh: '职务',
      required: true,
      maxLength: 100,
      aliases: ['职务名称', '任职职务', '人员职务', '人员类型'],
    },
    {
      id: 'person_number',
      type: 'text',
      zh: '人员序号',
      maxLength: 64,
      aliases: ['人员编号', '人员标识', '主要人员序号'],
    },
    { id: 'name', type: 'text', zh: '姓名', aliases: ['人员姓名', '主要人员姓名'], discard: true },
    {
      id: 'from',
      type: 'date',
      zh: '任职起始日期',
      aliases: ['任职日期', '任职开始日期', '就任日期'],
    },
    {
      id: 'to',
      type: 'date',
      zh: '任职截止日期',
      aliases: ['任职结束日期', '离任日期', '免职日期'],
      futureAllowed: true,
      absent: withoutEnd,
    },
  ]),
};
