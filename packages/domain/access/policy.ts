import type { OrganisationKind, Role } from '../principal.ts';

/**
 * How far a grant reaches. `own`: what belongs to the asker's organisation · `any`: whosoever's it is ·
 * `consented`: any firm's, under a consent that covers it (`usecases/disclose.ts` asks for it by its id).
 */
export type Reach = 'own' | 'any' | 'consented';

/** To a role, or to every role of a kind. */
export type Grant = `${Role | OrganisationKind}:${Reach}`;

type Row = {
  readonly grants: readonly Grant[];
  /** A firm has to be verified by its real name (实名认证) before: it may look, but not post. */
  readonly verified?: true;
};

/** Who decides on credit at a bank: whoever lists its products has no need to know its firms. */
const lenders = [
  'bank.loan_officer:consented',
  'bank.risk:consented',
  'bank.reviewer:consented',
  'bank.machine:consented',
] as const;

/** Who answers for what a bank sells. */
const sellers = ['bank.product_manager:own', 'bank.machine:own'] as const;

/**
 * Everything that one can do → who may. What is not in this table is refused; the operator of the store alone
 * may do everything (see `decideAccess`). A firm's data goes to a bank under a consent alone (PIPL Art. 23), the
 * office and its own functions work under their statutory duty, the public sees what is published (domain.md C9).
 */
export const policy = {
  // Whoever asks is counted first.
  admit: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },

  // Shared credit data: departments deliver their own, the office's data people see to it.
  openBatch: { grants: ['department:own', 'office.data:any'] },
  deliverRows: { grants: ['department:own', 'office.data:any'] },
  readBatch: { grants: ['department:own', 'office:any'] },
  listBatches: { grants: ['office:any'] },
  listBatchesOfSupplier: { grants: ['department:own', 'office:any'] },
  readRefusedRows: { grants: ['department:own', 'office.data:any'] },
  ingestBatch: { grants: ['system.service:any'] },
  planBatch: { grants: ['system.service:any'] },
  ingestPart: { grants: ['system.service:any'] },
  finishBatch: { grants: ['system.service:any'] },
  putSupplier: { grants: ['office.data:any'] },
  readSupplier: { grants: ['department:own', 'office:any'] },
  listSuppliers: { grants: ['department:any', 'office:any'] },
  // 通报: figures are shown to all who deliver.
  measureQuality: { grants: ['department:any', 'office:any'] },

  // A firm's credit.
  listEnterprises: { grants: ['office:any'] },
  readEnterprise: { grants: [...lenders, 'firm:own', 'office:any'] },
  readProfile: { grants: [...lenders, 'firm:own', 'office:any'] },
  readRecords: { grants: [...lenders, 'firm:own', 'office:any'] },
  readScore: { grants: [...lenders, 'firm:own', 'office:any'] },
  whatIf: { grants: ['firm:own', 'office:any'] },
  // 逢办必查: whoever grants something asks; what is public about a firm, everybody may.
  checkEnterprise: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  compareLists: { grants: ['system.service:any'] },
  listScores: { grants: [...lenders, 'firm:own', 'office:any'] },
  replayScore: { grants: [...lenders, 'firm:own', 'office:any'] },
  // Cards: who models drafts and checks; another approves (domain.md D3).
  draftCard: { grants: ['office.model:any'] },
  checkCard: { grants: ['office.model:any'] },
  approveCard: { grants: ['office.approver:any'] },
  activateCard: { grants: ['office.approver:any'] },
  retireCard: { grants: ['office.approver:any'] },
  readCard: { grants: ['office:any'] },
  listCards: { grants: ['office:any'] },
  // Which card scores which firm weighs as much as the card.
  draftScheme: { grants: ['office.model:any'] },
  checkScheme: { grants: ['office.model:any'] },
  approveScheme: { grants: ['office.approver:any'] },
  activateScheme: { grants: ['office.approver:any'] },
  retireScheme: { grants: ['office.approver:any'] },
  readScheme: { grants: ['office:any'] },
  listSchemes: { grants: ['office:any'] },
  // A new card begins, a challenger scores in the shadow.
  beginCards: { grants: ['system.service:any'] },
  compareChallenger: { grants: ['office.model:any', 'system.service:any'] },
  compareChallengers: { grants: ['system.service:any'] },
  listCardComparisons: { grants: ['office:any'] },
  scoreEnterprise: { grants: ['office.model:any', 'system.service:any'] },
  scoreEnterprises: { grants: ['system.service:any'] },
  scoreCity: { grants: ['office.model:any', 'system.service:any'] },
  planRescoring: { grants: ['system.service:any'] },
  rescoreRange: { grants: ['system.service:any'] },
  // What became of loans, and how the cards fare.
  reportDecision: { grants: ['bank.loan_officer:own', 'bank.risk:own', 'bank.machine:own'] },
  readDecision: { grants: ['bank:own', 'office.model:any', 'office.auditor:any'] },
  reportOutcome: { grants: ['bank.loan_officer:own', 'bank.risk:own', 'bank.machine:own'] },
  readOutcome: { grants: ['bank:own', 'office.model:any', 'office.auditor:any'] },
  monitorScores: { grants: ['system.service:any'] },
  listScoreMonitoring: { grants: ['office:any'] },
  verifyRecord: { grants: ['office.data:any'] },
  readVerification: { grants: ['firm:own', 'office:any'] },
  fileCase: { grants: ['firm:own'], verified: true },
  cancelCase: { grants: ['firm:own'] },
  moveCase: { grants: ['office.data:any'] },
  readCase: { grants: ['firm:own', 'office:any'] },
  listOpenCases: { grants: ['office:any'] },
  listCasesOfEnterprise: { grants: ['firm:own', 'office:any'] },
  tellReaders: { grants: ['system.service:any'] },
  listNotices: { grants: ['firm:own', 'bank:own', 'office:own', 'department:own'] },

  // Products, needs, matching. Banks draft, the office checks and lists; drafts are theirs alone.
  putProduct: { grants: [...sellers] },
  checkProduct: { grants: ['office.data:any'] },
  returnProduct: { grants: ['office.data:any'] },
  publishProduct: { grants: ['office.approver:any'] },
  suspendProduct: { grants: [...sellers, 'office.approver:any'] },
  resumeProduct: { grants: [...sellers, 'office.approver:any'] },
  delistProduct: { grants: [...sellers, 'office.approver:any'] },
  listProductDrafts: { grants: ['bank:own', 'office:any'] },
  readProduct: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  listProducts: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  // Whoever is neither of the office nor of the bank sees what was listed, without who moved it.
  readProductVersion: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  listProductVersions: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  // What a loan costs is told to whoever asks, before anybody signs (贷款明白纸).
  readCost: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  compareCosts: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  submitNeed: { grants: ['firm:own'], verified: true },
  editNeed: { grants: ['firm:own'], verified: true },
  withdrawNeed: { grants: ['firm:own'] },
  // A bank sees those to which it is invited, an anonymous one masked (domain/need/masked-need.ts).
  readNeed: { grants: ['firm:own', 'bank:any', 'office:any'] },
  listNeeds: { grants: ['bank:any', 'office:any'] },
  listNeedsOfEnterprise: { grants: ['firm:own', 'bank:any', 'office:any'] },
  listNeedEditions: { grants: ['firm:own', 'office:any'] },
  readMatching: { grants: ['firm:own', 'office:any'] },
  readQuestion: { grants: ['firm:own', 'office:any'] },
  readChange: { grants: ['firm:own', 'office:any'] },
  matchNeed: { grants: ['system.service:any'] },
  matchProduct: { grants: ['system.service:any'] },
  rematchEnterprise: { grants: ['system.service:any'] },

  // 撮合会: the office holds it, firms and banks come by themselves, and each is told its own.
  openMatchingEvent: { grants: ['office.list_drafter:any'] },
  cancelMatchingEvent: { grants: ['office.list_drafter:any', 'office.approver:any'] },
  assignMatchingEvent: { grants: ['office.approver:any'] },
  readMatchingEvent: { grants: ['firm:any', 'bank:any', 'office:any'] },
  listMatchingEvents: { grants: ['firm:any', 'bank:any', 'office:any'] },
  bringCapacity: { grants: ['bank.product_manager:own', 'bank.machine:own'] },
  readCapacity: { grants: ['bank:own', 'office:any'] },
  listCapacities: { grants: ['office:any'] },
  joinMatchingEvent: { grants: ['firm:own'], verified: true },
  readEventNeed: { grants: ['firm:own', 'office:any'] },
  listEventNeeds: { grants: ['office:any'] },
  listEventsOfEnterprise: { grants: ['firm:own', 'office:any'] },
  listGotNeeds: { grants: ['bank:own', 'office:any'] },
  // Product → firms: a firm is found where it allows it; a bank looks for firms of its own products alone.
  allowFinding: { grants: ['firm.owner:own'], verified: true },
  endFinding: { grants: ['firm.owner:own'] },
  readFindability: { grants: ['firm:own', 'office.auditor:any'] },
  findFirms: {
    grants: ['bank.loan_officer:own', 'bank.risk:own', 'bank.machine:own', 'office:any'],
  },
  countFirms: { grants: ['system.service:any'] },
  matchFirms: { grants: ['system.service:any'] },

  // Recommended lists. Whoever is not of the office sees those published, without grounds.
  requestWhitelist: { grants: ['office.list_drafter:any'] },
  publishWhitelist: { grants: ['office.approver:any'] },
  draftWhitelist: { grants: ['system.service:any'] },
  reconsiderListing: { grants: ['system.service:any'] },
  readWhitelist: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  listWhitelists: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  readListings: {
    grants: ['firm:any', 'bank:any', 'office:any', 'department:any', 'public:any'],
  },
  readListing: { grants: ['firm:own', 'office:any'] },

  // 实名认证.
  verifyIdentity: { grants: ['firm:own'] },
  readIdentity: { grants: ['firm:own', 'office.data:any', 'office.auditor:any'] },
  searchIdentities: { grants: ['office.auditor:any'] },
  expireIdentities: { grants: ['system.service:any'] },

  // Consent (授权) and the ledger of who read what.
  requestConsent: { grants: ['bank.loan_officer:own', 'bank.risk:own', 'bank.machine:own'] },
  grantConsent: { grants: ['firm.owner:own'], verified: true },
  declineConsent: { grants: ['firm.owner:own'] },
  pauseConsent: { grants: ['firm.owner:own'] },
  resumeConsent: { grants: ['firm.owner:own'] },
  revokeConsent: { grants: ['firm.owner:own'] },
  renewConsent: { grants: ['firm.owner:own'], verified: true },
  readConsent: { grants: ['firm:own', 'bank:own', 'office.auditor:any'] },
  readReceipt: { grants: ['firm:own', 'bank:own', 'office.auditor:any'] },
  listConsentsOfEnterprise: { grants: ['firm:own', 'office.auditor:any'] },
  listConsentsTo: { grants: ['bank:own', 'office.auditor:any'] },
  expireConsents: { grants: ['system.service:any'] },
  listAccessesOfEnterprise: { grants: ['firm:own', 'office.auditor:any'] },
  listAccessesOfReader: {
    grants: ['bank:own', 'department:own', 'office:own', 'office.auditor:any'],
  },
  listAccessesOn: { grants: ['office.auditor:any'] },

  // Audit, retention, and what a firm may have of all that is kept about it.
  listAudit: { grants: ['office.auditor:any'] },
  verifyAudit: { grants: ['office.auditor:any'] },
  checkpointAudit: { grants: ['system.service:any'] },
  applyRetention: { grants: ['system.service:any'] },
  listRetention: { grants: ['office.data:any', 'office.auditor:any'] },
  exportSubject: { grants: ['firm.owner:own'] },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof policy;
