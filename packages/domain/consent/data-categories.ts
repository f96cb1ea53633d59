import type { CatalogueId } from '../credit/catalogue.ts';

/**
 * What a firm consents to, in words that it understands: several catalogues each, or what the platform itself
 * makes of them (`score`). The form of consent shows this table (PIPL Art. 23: the kinds of data are named).
 */
export const dataCategories = {
  registration: { zh: '登记注册信息', en: 'Registration, people and shareholders' },
  administrative_acts: { zh: '行政管理信息', en: 'Licences, penalties, inspections' },
  judicial: { zh: '司法信息', en: 'Court cases, enforcement, bankruptcy' },
  lists: { zh: '名单信息', en: 'Lists of dishonesty, abnormality, attention' },
  tax: { zh: '纳税信息', en: 'Tax paid, owed, graded; sales declared' },
  invoices: { zh: '发票信息', en: 'VAT invoices' },
  social_security: { zh: '社保公积金与用工信息', en: 'Social security, housing fund, wages' },
  utilities: { zh: '水电气信息', en: 'Water, power and gas' },
  trade: { zh: '进出口信息', en: 'Imports and exports' },
  property: { zh: '不动产与动产担保信息', en: 'Real estate, and security over movables' },
  intellectual_property: { zh: '知识产权信息', en: 'Patents, trade marks, pledges of them' },
  qualifications_honours: { zh: '资质与荣誉信息', en: 'Qualifications and honours' },
  grades: { zh: '信用评价信息', en: 'Grades that departments give' },
  contracts: { zh: '合同与招投标信息', en: 'Contracts, and tenders won' },
  commitments: { zh: '信用承诺信息', en: 'Commitments, and how they were kept' },
  policy_support: { zh: '政策扶持信息', en: 'Subsidies and other support' },
  self_declared: { zh: '自主申报信息', en: 'What the firm declares of itself' },
  score: { zh: '信用评分', en: 'The score, with its reasons' },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
export type DataCategory = keyof typeof dataCategories;
export const dataCategoryIds = Object.keys(dataCategories) as readonly DataCategory[];

/** Every catalogue's category: a new catalogue does not compile before somebody has said what it tells of a firm. */
export const categoryOfCatalogue = {
  'abnormal-operation': 'lists',
  'administrative-adjudication': 'administrative_acts',
  'administrative-coercion': 'administrative_acts',
  'administrative-compensation': 'administrative_acts',
  'administrative-confirmation': 'administrative_acts',
  'administrative-expropriation': 'administrative_acts',
  'administrative-inspection': 'administrative_acts',
  'administrative-licence': 'administrative_acts',
  'administrative-payment': 'administrative_acts',
  'administrative-penalty': 'administrative_acts',
  'administrative-reward': 'administrative_acts',
  'annual-report': 'registration',
  'attention-list': 'lists',
  bankruptcy: 'judicial',
  commitment: 'commitments',
  'commitment-keeping': 'commitments',
  contract: 'contracts',
  'contract-performance': 'contracts',
  'court-filing': 'judicial',
  'court-judgment': 'judicial',
  'customs-grade': 'trade',
  'customs-trade': 'trade',
  'declared-sales': 'tax',
  'demonstration-enterprise': 'qualifications_honours',
  'dishonest-debtor': 'lists',
  'enterprise-branch': 'registration',
  'enterprise-registration': 'registration',
  'environmental-grade': 'grades',
  honour: 'qualifications_honours',
  'housing-fund': 'social_security',
  'ip-pledge': 'intellectual_property',
  'judgment-debtor': 'judicial',
  'key-personnel': 'registration',
  'labour-grade': 'grades',
  'movables-security': 'property',
  patent: 'intellectual_property',
  'policy-support': 'policy_support',
  'procurement-win': 'contracts',
  'public-credit-grade': 'grades',
  qualification: 'qualifications_honours',
  'real-estate-mortgage': 'property',
  'real-estate-ownership': 'property',
  'real-estate-seizure': 'property',
  'registration-change': 'registration',
  'sector-grade': 'grades',
  'self-declared': 'self_declared',
  'serious-dishonesty-list': 'lists',
  shareholder: 'registration',
  'social-insurance': 'social_security',
  'tax-abnormal': 'tax',
  'tax-arrears': 'tax',
  'tax-grade': 'tax',
  'tax-paid': 'tax',
  'technology-grade': 'qualifications_honours',
  trademark: 'intellectual_property',
  'utility-arrears': 'utilities',
  'utility-usage': 'utilities',
  'vat-invoice': 'invoices',
  'wage-arrears': 'social_security',
} as const satisfies Readonly<Record<CatalogueId, DataCategory>>;

const catalogues = Object.entries(categoryOfCatalogue) as readonly [CatalogueId, DataCategory][];

/** The catalogues of some categories, in the order in which a firm's records lie. */
export const cataloguesIn = (categories: readonly DataCategory[]): readonly CatalogueId[] =>
  catalogues
    .filter(([, category]) => categories.includes(category))
    .map(([catalogue]) => catalogue)
    .toSorted((a, b) => (a < b ? -1 : 1));
