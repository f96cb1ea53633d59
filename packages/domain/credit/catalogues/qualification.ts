import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 各类资质: construction, GMP, ISO and the like, monthly (domain.md C6). */
export const qualification: Catalogue = {
  id: 'qualification',
  version: 1,
  zh: '资质',
  about: 'The firm is qualified for something.',
  category: 'qualification',
  supplierKind: 'department',
  cycle: 'monthly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2024-03-28') },
  subject: 'code',
  occurredOn: 'granted_on',
  updateKey: ['title', 'certificate_number'],
  inOrder: [['granted_on', 'valid_to']],
  endOf: until('valid_to', 'ended_on'),
  fields: firmFields([
    {
      id: 'title',
      type: 'text',
      zh: '资质名称',
      required: true,
      maxLength: 150,
      aliases: ['资质证书名称', '证书名称', '认证项目', '资质类别及等级'],
    },
    {
      id: 'category',
      type: 'text',
      zh: '资质类别',
      maxLength: 100,
      aliases: ['资质类型', '证书类型', '认证类型'],
    },
    { id: 'level', type: 'text', zh: '资质等级', maxLength: 50, aliases: ['等级', '资质级别'] },
    {
      id: 'certificate_number',
      type: 'text',
      zh: '证书编号',
      maxLength: 100,
      aliases: ['资质证书编号', '证书号', '资质证书号'],
    },
    {
      id: 'granted_on',
      type: 'date',
      zh: '发证日期',
      required: true,
      aliases: ['颁发日期', '发证时间', '批准日期'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['证书有效期', '有效期截止日期', '有效期止'],
      futureAllowed: true,
      absent: withoutEnd,
    },
    {
      id: 'authority',
      type: 'text',
      zh: '发证机关',
      maxLength: 100,
      aliases: ['发证单位', '颁发机构', '发证机构', '认证机构'],
    },
    {
      id: 'state',
      type: 'choice',
      zh: '证书状态',
      aliases: ['资质状态', '当前状态', '状态'],
      choices: {
        valid: ['有效', '正常'],
        suspended: ['暂停', '暂扣'],
        revoked: ['撤销', '吊销', '注销', '失效', '无效', '过期'],
      },
    },
    { id: 'ended_on', type: 'date', zh: '失效日期', aliases: ['撤销日期', '注销日期'] },
  ]),
};
