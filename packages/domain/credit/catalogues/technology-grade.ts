import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { levels, withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 高新技术企业, 科技型中小企业, 专精特新 and 科创指数, monthly (domain.md C6). */
export const technologyGrade: Catalogue = {
  id: 'technology-grade',
  version: 1,
  zh: '科技企业认定',
  about: 'An authority recognised the firm as a technology firm.',
  category: 'qualification',
  supplierKind: 'department',
  cycle: 'monthly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'recognised_on',
  updateKey: ['kind', 'recognised_on'],
  inOrder: [['recognised_on', 'valid_to']],
  endOf: until('valid_to', 'revoked_on'),
  fields: firmFields([
    {
      id: 'kind',
      type: 'choice',
      zh: '认定类型',
      required: true,
      aliases: ['企业类型', '资质类型', '科技企业类型', '认定名称'],
      choices: {
        high_technology: ['高新技术企业', '国家高新技术企业', '高企'],
        small_technology: ['科技型中小企业', '科小'],
        innovative: ['创新型中小企业'],
        specialised: ['专精特新中小企业', '专精特新企业', '专精特新'],
        little_giant: ['专精特新“小巨人”企业', '专精特新小巨人企业', '专精特新“小巨人”', '小巨人'],
        champion: ['制造业单项冠军', '制造业单项冠军企业', '单项冠军'],
        gazelle: ['瞪羚企业', '瞪羚'],
        unicorn: ['独角兽企业', '独角兽', '独角兽培育企业'],
        innovation_index: ['科创指数', '企业科创指数'],
        research_centre: ['企业技术中心', '工程技术研究中心', '工程研究中心'],
      },
    },
    {
      id: 'level',
      type: 'choice',
      zh: '认定级别',
      aliases: ['级别'],
      dispensable: true,
      choices: levels,
    },
    {
      id: 'certificate_number',
      type: 'text',
      zh: '证书编号',
      maxLength: 100,
      aliases: ['入库登记编号', '入库编号', '认定编号'],
    },
    {
      id: 'score',
      type: 'integer',
      zh: '得分',
      aliases: ['评价得分', '科创指数得分', '评分'],
      dispensable: true,
    },
    {
      id: 'recognised_on',
      type: 'date',
      zh: '认定日期',
      required: true,
      aliases: ['发证日期', '入库日期', '公告日期', '批准日期'],
    },
    {
      id: 'valid_to',
      type: 'date',
      zh: '有效期至',
      aliases: ['有效期截止日期', '有效期止'],
      futureAllowed: true,
      absent: withoutEnd,
    },
    { id: 'revoked_on', type: 'date', zh: '撤销日期', aliases: ['取消日期', '取消资格日期'] },
    {
      id: 'authority',
      type: 'text',
      zh: '认定单位',
      maxLength: 100,
      aliases: ['认定机关', '发证机关', '认定部门'],
    },
  ]),
};
