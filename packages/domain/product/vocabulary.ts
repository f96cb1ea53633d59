type Word = { readonly zh: string; readonly en: string };
type Words = Readonly<Record<string, Word>>;

/** What is lent (产品类型). Source of every table here unless told: domain.md C11, the union of today's platforms. */
export const productKinds = {
  working_capital_loan: { zh: '流动资金贷款', en: 'Working capital loan' },
  business_loan: { zh: '经营性贷款', en: 'Business loan to an owner' },
  fixed_asset_loan: { zh: '固定资产贷款', en: 'Fixed asset loan' },
  bill: { zh: '票据', en: 'Bill' },
  supply_chain: { zh: '供应链融资', en: 'Supply chain finance' },
  tax_loan: { zh: '税贷', en: 'Loan on tax paid' },
  technology_loan: { zh: '科创贷', en: 'Technology loan' },
  procurement_loan: { zh: '政采贷', en: 'Government procurement loan' },
  green_loan: { zh: '绿色贷款', en: 'Green loan' },
  agricultural_loan: { zh: '涉农贷款', en: 'Agricultural loan' },
} as const satisfies Words;
export type ProductKind = keyof typeof productKinds;

/** `revolving`: drawn and repaid again within the limit (循环额度) · `single`: drawn once. */
export const limitKinds = {
  single: { zh: '一次性额度', en: 'Single drawing' },
  revolving: { zh: '循环额度', en: 'Revolving limit' },
} as const satisfies Words;
export type LimitKind = keyof typeof limitKinds;

/** What secures a loan (担保方式), from what leaves the firm freest. */
export const guaranteeKinds = {
  unsecured: { zh: '信用', en: 'Unsecured' },
  risk_fund: { zh: '信保基金', en: 'Credit guarantee fund' },
  guarantee_company: { zh: '融资担保公司保证', en: 'Guarantee company' },
  guarantee_insurance: { zh: '保证保险', en: 'Guarantee insurance' },
  guarantor_firm: { zh: '法人保证', en: 'Guarantee of a firm' },
  guarantor_person: { zh: '自然人保证', en: 'Guarantee of a person' },
  pledge_receivables: { zh: '应收账款质押', en: 'Pledge of receivables' },
  pledge_ip: { zh: '知识产权质押', en: 'Pledge of intellectual property' },
  pledge_equity: { zh: '股权质押', en: 'Pledge of equity' },
  pledge_deposit: { zh: '存单质押', en: 'Pledge of a deposit' },
  mortgage: { zh: '抵押', en: 'Mortgage' },
  combination: { zh: '组合担保', en: 'Several together' },
} as const satisfies Words;
export type Guarantee = keyof typeof guaranteeKinds;

/** What a loan is for (贷款用途). */
export const purposeKinds = {
  working_capital: { zh: '经营周转', en: 'Working capital' },
  orders: { zh: '采购/订单', en: 'Purchases and orders' },
  wages: { zh: '发放工资', en: 'Wages' },
  equipment: { zh: '设备购置', en: 'Equipment' },
  upgrade: { zh: '技术改造', en: 'Technical upgrade' },
  research: { zh: '研发', en: 'Research and development' },
  project: { zh: '固定资产/项目', en: 'Fixed assets and projects' },
  green: { zh: '绿色', en: 'Green' },
  foreign_trade: { zh: '外贸', en: 'Foreign trade' },
  renewal: { zh: '置换/续贷', en: 'Refinancing and renewal' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Words;
export type Purpose = keyof typeof purposeKinds;

/** What no loan may be for (流动资金贷款管理办法, 固定资产贷款管理办法 2024): a need that says so is refused. */
export const unlawfulPurposeKinds = {
  securities: { zh: '股票及有价证券', en: 'Stocks and other securities' },
  wealth_products: { zh: '理财产品', en: 'Wealth management products' },
  property_speculation: { zh: '房产投资', en: 'Investment in property' },
  equity: { zh: '股本权益性投资', en: 'Equity investment' },
  unlawful: { zh: '法律法规禁止的用途', en: 'Whatever the law forbids' },
} as const satisfies Words;
export type UnlawfulPurpose = keyof typeof unlawfulPurposeKinds;

/** How a loan is paid back (还款方式). */
export const repaymentKinds = {
  equal_instalments: { zh: '等额本息', en: 'Equal instalments' },
  equal_principal: { zh: '等额本金', en: 'Equal principal' },
  interest_monthly: { zh: '按月付息到期还本', en: 'Interest monthly, principal at the end' },
  interest_quarterly: { zh: '按季付息到期还本', en: 'Interest quarterly, principal at the end' },
  bullet: { zh: '到期一次还本付息', en: 'All at the end' },
  stepped: { zh: '分期还本', en: 'Principal half-yearly, interest monthly' },
  revolving: { zh: '随借随还', en: 'Drawn and repaid at will' },
  renewal_without_repayment: { zh: '无还本续贷', en: 'Renewed without repayment' },
} as const satisfies Words;
export type Repayment = keyof typeof repaymentKinds;

/** What a loan costs beside interest (贷款明白纸, pilot since 2024-09): each fee has its own name. */
export const feeKinds = {
  guarantee: { zh: '担保费', en: 'Guarantee fee' },
  insurance: { zh: '保证保险费', en: 'Insurance premium' },
  appraisal: { zh: '评估费', en: 'Appraisal fee' },
  registration: { zh: '抵押登记费', en: 'Registration fee' },
  notary: { zh: '公证费', en: 'Notary fee' },
  intermediary: { zh: '中介服务费', en: 'Intermediary fee' },
  commitment: { zh: '承诺费', en: 'Commitment fee' },
  other: { zh: '其他费用', en: 'Other fee' },
} as const satisfies Words;
export type FeeKind = keyof typeof feeKinds;

export const feePayers = {
  enterprise: { zh: '企业', en: 'Firm' },
  bank: { zh: '银行', en: 'Bank' },
  government: { zh: '政府补贴', en: 'Government' },
} as const satisfies Words;
export type FeePayer = keyof typeof feePayers;

export const feeCycles = {
  upfront: { zh: '放款时一次性', en: 'Once, at disbursement' },
  monthly: { zh: '按月', en: 'Monthly' },
  yearly: { zh: '按年', en: 'Yearly, in advance' },
  maturity: { zh: '到期时', en: 'At the end' },
} as const satisfies Words;
export type FeeCycle = keyof typeof feeCycles;

/** How a fee is paid (支付方式). */
export const feeMethods = {
  transfer: { zh: '转账', en: 'Transfer' },
  deducted: { zh: '放款时扣收', en: 'Deducted from the loan' },
  included: { zh: '并入还款', en: 'With the instalments' },
} as const satisfies Words;
export type FeeMethod = keyof typeof feeMethods;

/** What a product is praised for (产品特点). */
export const productFeatures = {
  online: { zh: '纯线上', en: 'Wholly online' },
  first_loan: { zh: '首贷', en: 'For first-time borrowers' },
  unsecured: { zh: '信用', en: 'Unsecured' },
  renewal_without_repayment: { zh: '无还本续贷', en: 'Renewable without repayment' },
  green: { zh: '绿色', en: 'Green' },
  technology: { zh: '科创', en: 'Technology' },
  inclusive: { zh: '普惠', en: 'Inclusive' },
  foreign_trade: { zh: '外贸', en: 'Foreign trade' },
  agricultural: { zh: '涉农', en: 'Agricultural' },
} as const satisfies Words;
export type ProductFeature = keyof typeof productFeatures;

/** What a bank asks to be handed in (申请材料). */
export const documentKinds = {
  business_licence: { zh: '营业执照', en: 'Business licence' },
  articles: { zh: '公司章程', en: 'Articles of association' },
  owner_identity: { zh: '法定代表人身份证明', en: 'Identity of the legal representative' },
  financial_statements: { zh: '财务报表', en: 'Financial statements' },
  bank_statements: { zh: '银行流水', en: 'Bank statements' },
  tax_returns: { zh: '纳税申报表', en: 'Tax returns' },
  invoices: { zh: '发票', en: 'Invoices' },
  contracts: { zh: '购销合同', en: 'Contracts' },
  collateral_title: { zh: '抵质押物权属证明', en: 'Title to collateral' },
  resolution: { zh: '股东会决议', en: 'Resolution of the shareholders' },
  credit_authorisation: { zh: '征信查询授权书', en: 'Authorisation of a credit enquiry' },
  project_approval: { zh: '项目批复', en: 'Approval of the project' },
  other: { zh: '其他材料', en: 'Other papers' },
} as const satisfies Words;
export type DocumentKind = keyof typeof documentKinds;
