/** Why a bank reads of a firm: a consent names one, and every read names it again. */
export const consentPurposes = {
  credit_assessment: {
    zh: '授信审批',
    en: 'Deciding on credit',
    source: '征信业管理条例 Art. 18, 20: for the purpose agreed with the subject alone',
  },
  post_loan_monitoring: {
    zh: '贷后管理',
    en: 'Watching over a loan',
    source: '流动资金贷款管理办法: checks after a loan was paid out',
  },
  guarantee_assessment: {
    zh: '担保资格审查',
    en: 'Judging a guarantor',
    source: '征信业管理条例 Art. 18, 20; 民法典 Art. 681: the guarantor is a subject of its own',
  },
  renewal_assessment: {
    zh: '续贷审查',
    en: 'Deciding on a renewed loan',
    source: '小微企业无还本续贷: a renewal is judged before the old loan ends',
  },
} as const satisfies Readonly<
  Record<string, { readonly zh: string; readonly en: string; readonly source: string }>
>;
export type ConsentPurpose = keyof typeof consentPurposes;
export const consentPurposeCodes = Object.keys(consentPurposes) as readonly ConsentPurpose[];

/** Why others read, or without a consent to one bank, who stand in the ledger all the same. */
export const dutyPurposes = {
  public_duty: {
    zh: '履行法定职责',
    en: 'A statutory duty',
    source: '个人信息保护法 Art. 13 (3), 34: within the duties that the law gives',
  },
  list_check: {
    zh: '逢办必查',
    en: 'Looking at the lists before anything is granted',
    source: 'domain.md C10: before licences, support, tenders',
  },
  finding: {
    zh: '企业同意被发现',
    en: 'Finding firms that allow it, for a product',
    source:
      '个人信息保护法 Art. 14, 23; domain.md C13: a bank sees listed firms that consented alone',
  },
} as const;
export type ReadPurpose = ConsentPurpose | keyof typeof dutyPurposes;
export const readPurposeCodes = [
  ...consentPurposeCodes,
  ...(Object.keys(dutyPurposes) as readonly (keyof typeof dutyPurposes)[]),
] as const;
