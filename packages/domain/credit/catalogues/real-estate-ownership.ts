import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';
import { until } from '../until.ts';

/** 不动产登记 of ownership, daily, shared upon authorisation (domain.md C6). */
export const realEstateOwnership: Catalogue = {
  id: 'real-estate-ownership',
  version: 1,
  zh: '不动产权属',
  about: 'The firm owns land or a building.',
  category: 'property',
  supplierKind: 'land_registry',
  cycle: 'daily',
  sharing: 'authorised',
  retentionYears: 10,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'registered_on',
  updateKey: ['certificate_number', 'unit_number'],
  inOrder: [['registered_on', 'cancelled_on']],
  endOf: until('valid_to', 'cancelled_on'),
  fields: firmFields(
    [
      {
        id: 'certificate_number',
        type: 'text',
        zh: '不动产权证号',
        required: true,
        maxLength: 100,
        aliases: ['不动产权证书号', '产权证号', '不动产权属证书号'],
      },
      {
        id: 'unit_number',
        type: 'text',
        zh: '不动产单元号',
        maxLength: 64,
        aliases: ['不动产单元代码'],
      },
      {
        id: 'right_type',
        type: 'text',
        zh: '权利类型',
        maxLength: 100,
        aliases: ['不动产权利类型'],
      },
      {
        id: 'use',
        type: 'text',
        zh: '用途',
        maxLength: 100,
        aliases: ['规划用途', '土地用途', '房屋用途'],
      },
      {
        id: 'area',
        type: 'text',
        zh: '面积',
        maxLength: 30,
        aliases: ['建筑面积', '面积（平方米）', '建筑面积（平方米）'],
      },
      {
        id: 'location',
        type: 'text',
        zh: '坐落',
        maxLength: 300,
        aliases: ['不动产坐落', '房屋坐落'],
      },
      { id: 'shared', type: 'text', zh: '共有情况', maxLength: 50, aliases: ['共有方式'] },
      {
        id: 'co_owners',
        type: 'text',
        zh: '共有人',
        aliases: ['共有人姓名', '其他共有人'],
        discard: true,
      },
      {
        id: 'registered_on',
        type: 'date',
        zh: '登记日期',
        required: true,
        aliases: ['登簿日期', '登记时间', '登簿时间'],
      },
      {
        id: 'valid_to',
        type: 'date',
        zh: '使用期限至',
        aliases: ['土地使用权终止日期', '使用期限止'],
        futureAllowed: true,
        absent: withoutEnd,
      },
      { id: 'cancelled_on', type: 'date', zh: '注销日期', aliases: ['权属注销日期'] },
    ],
    { code: ['权利人统一社会信用代码'], name: ['权利人', '权利人名称'] },
  ),
};
