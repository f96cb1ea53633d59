import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { firmFields } from '../firm-fields.ts';

/** 公共资源交易 and 政府采购 won, weekly (domain.md C6). */
export const procurementWin: Catalogue = {
  id: 'procurement-win',
  version: 1,
  zh: '中标信息',
  about: 'The firm won a public tender.',
  category: 'contract',
  supplierKind: 'procurement_office',
  cycle: 'weekly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2021-12-22') },
  subject: 'code',
  occurredOn: 'won_on',
  updateKey: ['project_number', 'lot'],
  fields: firmFields(
    [
      {
        id: 'project_number',
        type: 'text',
        zh: '项目编号',
        required: true,
        maxLength: 100,
        aliases: ['采购项目编号', '招标项目编号', '标段编号'],
      },
      {
        id: 'lot',
        type: 'text',
        zh: '包号',
        maxLength: 50,
        aliases: ['标段', '标段（包）号', '分包号'],
      },
      {
        id: 'title',
        type: 'text',
        zh: '项目名称',
        required: true,
        maxLength: 200,
        aliases: ['采购项目名称', '招标项目名称', '标段名称'],
      },
      {
        id: 'kind',
        type: 'choice',
        zh: '交易类型',
        aliases: ['项目类型', '交易类别', '采购类型'],
        dispensable: true,
        choices: {
          procurement: ['政府采购', '货物', '服务', '货物类', '服务类'],
          construction: ['工程建设', '工程建设项目招标投标', '工程', '工程类'],
          land: ['土地使用权出让', '矿业权出让'],
          state_property: ['国有产权交易', '产权交易'],
        },
      },
      {
        id: 'purchaser',
        type: 'text',
        zh: '采购人',
        maxLength: 200,
        aliases: ['采购单位', '招标人', '采购人名称', '招标人名称'],
      },
      {
        id: 'amount',
        type: 'money',
        zh: '中标金额',
        required: true,
        aliases: ['成交金额', '中标（成交）金额', '中标价', '中标金额（元）'],
      },
      {
        id: 'won_on',
        type: 'date',
        zh: '中标日期',
        required: true,
        aliases: ['成交日期', '中标公告日期', '中标通知书日期'],
      },
      {
        id: 'manager',
        type: 'text',
        zh: '项目经理',
        aliases: ['项目负责人', '项目经理姓名'],
        discard: true,
      },
    ],
    {
      code: ['中标人统一社会信用代码', '供应商统一社会信用代码', '中标供应商统一社会信用代码'],
      name: ['中标人', '中标人名称', '供应商名称', '中标供应商', '中标单位'],
    },
  ),
};
