import { addDays, type BusinessDate, date, parseDate } from '../../time.ts';
import type { Catalogue, Field } from '../catalogue.ts';
import { publicityFields, sourceFields } from '../double-publicity.ts';
import type { Content } from '../record.ts';

/** What departments write for a licence without end (domain.md C2). */
const LONG_TERM = '2099-12-31';

const decision: readonly Field[] = [
  {
    id: 'document_number',
    type: 'text',
    zh: '行政许可决定文书号',
    required: true,
    maxLength: 100,
    aliases: ['XK_WSH', '行政许可决定书文号', '许可决定文书号'],
  },
  {
    id: 'licence_name',
    type: 'text',
    zh: '行政许可决定文书名称',
    required: true,
    maxLength: 200,
    aliases: ['XK_XKWS', 'XK_XMMC', '项目名称', '许可项目名称'],
  },
  {
    id: 'licence_category',
    type: 'text',
    zh: '许可类别',
    maxLength: 100,
    aliases: ['XK_XKLB', 'XK_SPLB', '审批类别', '许可类型', '行政许可类别'],
  },
  {
    id: 'certificate_name',
    type: 'text',
    zh: '许可证书名称',
    maxLength: 200,
    aliases: ['XK_XKZS', '证书名称'],
  },
  {
    id: 'certificate_number',
    type: 'text',
    zh: '许可编号',
    maxLength: 200,
    aliases: ['XK_XKBH', '许可证编号', '许可证书编号'],
  },
  { id: 'content', type: 'text', zh: '许可内容', maxLength: 4000, aliases: ['XK_NR'] },
  {
    id: 'decided_on',
    type: 'date',
    zh: '许可决定日期',
    required: true,
    aliases: ['XK_JDRQ', '行政许可决定日期', '许可生效期'],
  },
  {
    id: 'valid_from',
    type: 'date',
    zh: '有效期自',
    futureAllowed: true,
    aliases: ['XK_YXQZ', '许可有效期自'],
  },
  {
    id: 'valid_to',
    type: 'date',
    zh: '有效期至',
    futureAllowed: true,
    aliases: ['XK_YXQZI', 'XK_JZQ', '许可截止期', '许可有效期至'],
    absent: ['长期', '长期有效', '永久', '永久有效', '9999-12-31', '9999/12/31', '99991231'],
  },
  {
    id: 'item_code',
    type: 'text',
    zh: '权力编码',
    maxLength: 100,
    aliases: ['XK_BM', '许可编码', '行政许可编码'],
  },
];

const office: readonly Field[] = [
  {
    id: 'authority',
    type: 'text',
    zh: '许可机关',
    required: true,
    maxLength: 100,
    aliases: ['XK_XKJG', 'XK_XZJG', 'XZJG', '许可部门'],
  },
  {
    id: 'authority_code',
    type: 'text',
    zh: '许可机关统一社会信用代码',
    maxLength: 50,
    aliases: ['XK_XKJGDM', '许可部门统一社会信用代码'],
  },
  {
    id: 'state',
    type: 'choice',
    zh: '当前状态',
    aliases: ['XK_ZT', '许可状态'],
    choices: { valid: ['1', '有效', '正常'], invalid: ['2', '无效', '失效', '撤销', '注销'] },
    // The table of 2016 has 0 正常, 1 撤销, 2 异议, 3 其他 under the very same header.
    legacy: {
      headers: ['XK_XMMC', 'XK_SPLB', 'XK_XDR', 'XK_XDR_ZDM', 'XK_JZQ', '审批类别', '许可截止期'],
      choices: { valid: ['0', '正常', '有效', '2', '异议'], invalid: ['1', '撤销', '无效'] },
      absent: ['3', '其他'],
    },
  },
  ...sourceFields('XK'),
];

/** 行政许可, half of 双公示, within seven working days of the decision (domain.md C2, C6). */
export const administrativeLicence: Catalogue = {
  id: 'administrative-licence',
  version: 1,
  zh: '行政许可',
  about: 'An authority granted the firm a licence.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'event',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  fields: [...publicityFields('XK'), ...decision, ...office],
  inOrder: [['valid_from', 'valid_to']],
  // domain.md C2 names the document number and the authority; its code is often left empty.
  updateKey: ['document_number', 'authority'],
  endOf,
};

/** A licence that is said to be invalid was never in force as far as we can tell: no day of its loss is delivered. */
function endOf(content: Content, occurredOn: BusinessDate): BusinessDate | undefined {
  const validTo = parseDate(String(content.valid_to));
  const end = validTo === LONG_TERM ? undefined : validTo;
  if (content.state !== 'invalid') return end;
  const before = addDays(occurredOn, -1);
  return end !== undefined && end < before ? end : before;
}
