import { date } from '../../time.ts';
import type { Catalogue } from '../catalogue.ts';
import { personFields, rowNumber } from '../firm-fields.ts';
import { withoutEnd } from '../spellings.ts';

/** 登记注册, delivered daily by the registrar (domain.md C6). One record per firm, hence no key. */
export const enterpriseRegistration: Catalogue = {
  id: 'enterprise-registration',
  version: 1,
  zh: '企业登记注册',
  about: 'A firm stands in the register of enterprises.',
  category: 'registration',
  supplierKind: 'market_regulator',
  cycle: 'daily',
  sharing: 'public',
  retentionYears: 20,
  effective: { from: date('2015-01-01') },
  subject: 'code',
  occurredOn: 'established_on',
  updateKey: [],
  fields: [
    { id: 'code', type: 'code', zh: '统一社会信用代码', required: true, aliases: ['信用代码'] },
    {
      id: 'name',
      type: 'text',
      zh: '企业名称',
      required: true,
      maxLength: 200,
      aliases: ['名称', '市场主体名称', '经营主体名称', '字号名称'],
    },
    {
      id: 'status',
      type: 'choice',
      zh: '登记状态',
      aliases: ['经营状态', '企业状态', '状态'],
      choices: {
        operating: ['存续', '在业', '在营', '开业', '正常', '登记成立', '在营（开业）企业'],
        cancelled: ['注销', '已注销', '注销企业'],
        revoked: ['吊销', '已吊销', '吊销，未注销', '吊销未注销', '吊销，已注销', '撤销'],
        moved_out: ['迁出', '已迁出'],
      },
    },
    {
      id: 'established_on',
      type: 'date',
      zh: '成立日期',
      aliases: ['注册日期', '设立日期', '成立时间'],
    },
    {
      id: 'industry',
      type: 'text',
      zh: '行业代码',
      maxLength: 10,
      aliases: ['国民经济行业代码', '行业', '所属行业'],
    },
    {
      id: 'district',
      type: 'text',
      zh: '行政区划代码',
      maxLength: 12,
      aliases: ['行政区划', '所属区划', '区划代码'],
    },
    {
      id: 'registered_capital',
      type: 'money',
      zh: '注册资本',
      unit: 'wan_yuan',
      dispensable: true, // One firm in ten has its capital in dollars or yen.
      aliases: ['注册资本（万元）', '注册资金', '注册资金（万元）'],
    },
    {
      id: 'legal_form',
      type: 'choice',
      zh: '企业类型',
      dispensable: true, // Registrars have hundreds of types.
      aliases: ['市场主体类型', '经营主体类型', '主体类型'],
      choices: {
        // Every enterprise of the register that is none of the other three.
        company: [
          ...['有限责任公司', '有限公司', '股份有限公司', '一人有限责任公司', '公司'],
          ...['合伙企业', '普通合伙企业', '有限合伙企业', '普通合伙', '有限合伙'],
          ...['全民所有制', '集体所有制', '股份合作制', '国有企业', '集体企业'],
          ...['外商投资企业', '外商独资企业', '中外合资企业', '企业'],
        ],
        sole_proprietor: ['个体工商户', '个体户', '个体', '个人独资企业'],
        cooperative: ['农民专业合作社', '农民专业合作经济组织', '合作社'],
        branch: ['分公司', '有限责任公司分公司', '股份有限公司分公司', '分支机构', '集体分支机构'],
      },
    },
    {
      id: 'scope',
      type: 'text',
      zh: '经营范围',
      maxLength: 4000,
      aliases: ['经营（业务）范围', '许可经营项目'],
    },
    {
      id: 'address',
      type: 'text',
      zh: '住所',
      aliases: ['注册地址', '企业住所', '经营场所', '住所（经营场所）', '地址'],
    },
    { id: 'province', type: 'text', zh: '所在省份', maxLength: 50, aliases: ['省份', '省'] },
    {
      id: 'region',
      type: 'text',
      zh: '所在地区',
      maxLength: 50,
      aliases: ['地区', '所在城市', '城市', '市'],
    },
    { id: 'registrar', type: 'text', zh: '登记机关', maxLength: 100, aliases: ['登记部门'] },
    { id: 'approved_on', type: 'date', zh: '核准日期', aliases: ['发照日期', '核准时间'] },
    {
      id: 'term_to',
      type: 'date',
      zh: '营业期限至',
      futureAllowed: true,
      aliases: ['经营期限至', '营业期限止'],
      absent: withoutEnd,
    },
    ...personFields,
    rowNumber,
  ],
};
