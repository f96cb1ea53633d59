import type { OrganisationKind, Role } from '#domain/principal';

/** What people read for who somebody is. */
export const kindWords = {
  firm: { zh: '企业', en: 'firm' },
  bank: { zh: '银行', en: 'bank' },
  office: { zh: '信用办', en: 'credit office' },
  department: { zh: '归集单位', en: 'department' },
  public: { zh: '公众', en: 'public' },
  system: { zh: '系统', en: 'system' },
} as const satisfies Record<OrganisationKind, { readonly zh: string; readonly en: string }>;

export const roleWords = {
  'firm.owner': { zh: '企业负责人', en: 'owner' },
  'firm.clerk': { zh: '企业经办人', en: 'clerk' },
  'bank.product_manager': { zh: '产品经理', en: 'product manager' },
  'bank.loan_officer': { zh: '客户经理', en: 'loan officer' },
  'bank.risk': { zh: '风控', en: 'risk' },
  'bank.reviewer': { zh: '复核', en: 'reviewer' },
  'bank.machine': { zh: '银行系统', en: 'bank system' },
  'office.data': { zh: '数据管理', en: 'data' },
  'office.model': { zh: '模型管理', en: 'model' },
  'office.list_drafter': { zh: '名单拟定', en: 'list drafter' },
  'office.approver': { zh: '名单审批', en: 'approver' },
  'office.auditor': { zh: '审计', en: 'auditor' },
  'department.supplier': { zh: '数据报送', en: 'supplier' },
  'department.machine': { zh: '报送系统', en: 'supplying system' },
  'public.anyone': { zh: '任何人', en: 'anyone' },
  'system.service': { zh: '平台自身', en: 'the platform itself' },
  'system.operator': { zh: '运维', en: 'operator' },
} as const satisfies Record<Role, { readonly zh: string; readonly en: string }>;
