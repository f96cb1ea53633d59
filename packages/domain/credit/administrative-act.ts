import type { Field } from './catalogue.ts';
import { publicityFields, sourceFields } from './double-publicity.ts';

/**
 * The table of an administrative act other than 许可 and 处罚 (十公示, domain.md A7): the subject as in 双公示, then
 * the decision, then the catalogue's own fields, then the office. `act` is the act's name, e.g. 强制.
 */
export const actFields = (act: string, own: readonly Field[]): readonly Field[] => [
  ...publicityFields(),
  ...decision(act),
  ...own,
  ...office(act),
];

const decision = (act: string): readonly Field[] => [
  {
    id: 'document_number',
    type: 'text',
    zh: `行政${act}决定书文号`,
    required: true,
    maxLength: 100,
    aliases: [`行政${act}决定文书号`, `${act}决定书文号`, '决定书文号', '决定文书号', '文书号'],
  },
  {
    id: 'document_name',
    type: 'text',
    zh: `行政${act}决定文书名称`,
    maxLength: 200,
    aliases: [`行政${act}决定书名称`, '决定文书名称', '文书名称'],
  },
  {
    id: 'matter',
    type: 'text',
    zh: `行政${act}事项`,
    maxLength: 500,
    aliases: [`行政${act}事项名称`, `${act}事项`, '事项名称', '项目名称'],
  },
  {
    id: 'item_code',
    type: 'text',
    zh: '权力编码',
    maxLength: 100,
    aliases: ['职权编码', '事项编码'],
  },
  {
    id: 'content',
    type: 'text',
    zh: `行政${act}内容`,
    maxLength: 4000,
    aliases: [`行政${act}决定内容`, `${act}内容`, '决定内容'],
  },
  {
    id: 'basis',
    type: 'text',
    zh: `行政${act}依据`,
    maxLength: 4000,
    aliases: [`${act}依据`, '法律依据', '法定依据'],
  },
  {
    id: 'decided_on',
    type: 'date',
    zh: `行政${act}决定日期`,
    required: true,
    aliases: [`行政${act}日期`, `${act}决定日期`, `${act}日期`, '决定日期', '作出决定日期'],
  },
];

const office = (act: string): readonly Field[] => [
  {
    id: 'authority',
    type: 'text',
    zh: `行政${act}机关`,
    required: true,
    maxLength: 100,
    aliases: [`行政${act}决定机关`, `${act}机关`, `${act}部门`, '决定机关', '实施机关', 'XZJG'],
  },
  {
    id: 'authority_code',
    type: 'text',
    zh: `行政${act}机关统一社会信用代码`,
    maxLength: 50,
    aliases: [`${act}机关统一社会信用代码`, '决定机关统一社会信用代码', '实施机关统一社会信用代码'],
  },
  ...sourceFields(),
];
