import { date } from '../../time.ts';
import type { Catalogue, Choices } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { listTypes } from '../lists/list-type.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** Those lists that have no catalogue of their own. */
const namedLists: Choices = Object.fromEntries(
  listTypes.flatMap((type) => ('serious' in type ? [[type.id, [type.zh]]] : [])),
);

/** 严重失信主体名单 of all departments, daily (domain.md C6, C10). Each names its own list. */
export const seriousDishonestyList: Catalogue = {
  id: 'serious-dishonesty-list',
  version: 1,
  zh: '严重失信主体名单',
  about: 'A department put the firm on one of the lists of serious dishonesty.',
  category: 'dishonesty_list',
  supplierKind: 'department',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'listed_on',
  updateKey: ['list_type', 'authority', 'listed_on'],
  inOrder: [['listed_on', 'removed_on']],
  list: { field: 'list_type' },
  severityOf: () => 'serious',
  endOf: until('valid_to', 'removed_on'),
  fields: firmFields([
    {
      id: 'list_type',
      type: 'choice',
      zh: '名单类型',
      required: true,
      aliases: ['名单名称', '严重失信名单类型', '名单类别', '失信类型'],
      choices: namedLists,
    },
    {
      id: 'document_number',
      type: 'text',
      zh: '列入决定书文号',
      maxLength: 100,
      aliases: ['列入文书号', '认定文号', '决定书文号'],
    },
    {
      id: 'reason',
      type: 'text',
      zh: '列入事由',
      maxLength: 2000,
      aliases: ['列入原因', '失信事实', '严重失信行为'],
    },
    {
      id: 'listed_on',
      type: 'date',
      zh: '列入日期',
      required: true,
      aliases: ['认定日期', '列入时间'],
    },
    {
      id: 'authority',
      type: 'text',
      zh: '认定单位',
      required: true,
      maxLength: 100,
      aliases: ['列入机关', '认定机关', '列入部门', '认定部门'],
    },
    {
      id: 'authority_code',
      type: 'text',
      zh: '认定单位统一社会信用代码',
      maxLength: 50,
      aliases: ['列入机关统一社会信用代码'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['有效期截止日期', '名单有效期'],
      futureAllowed: true,
      absent: withoutEnd,
    },
    { id: 'removed_on', type: 'date', zh: '移出日期', aliases: ['退出日期', '移出时间'] },
  ]),
};
