import { expertCard } from '#domain/scoring/expert-card';
import { citySegments } from '#domain/scoring/segments';
import { addDays } from '#domain/time';
import { WANG } from '#test/support/a-person';
import { NOW, needTerms, productTerms, TODAY } from '#test/support/builders';
import {
  consentTermsOf,
  decisionOf,
  declaredOf,
  otherPenaltyOf,
  outcomeOf,
  type Things,
} from './world.ts';

/** A lawful request to an operation about one's own thing, another's, or none at all. */
export type Request = { readonly path: string; readonly body?: object };
type Of = (things: Things) => Request;

const to =
  (path: (things: Things) => string, body?: (things: Things) => object): Of =>
  (things) => ({ path: path(things), ...(body && { body: body(things) }) });
const firm = (rest = '', body?: () => object) =>
  to(({ code }) => `/v1/enterprises/${code}${rest}`, body);
/** A bank names a consent: its own of the firm, another bank's, or none. */
const under = (rest: string, more = '') =>
  to(
    ({ code, name }) =>
      `/v1/enterprises/${code}${rest}?consent=consent_${name}&purpose=credit_assessment${more}`,
  );
const consent = (rest: string, body?: (things: Things) => object) =>
  to(({ name }) => `/v1/consents/consent_${name}${rest}`, body);
/** The first version of the product of a name. */
const version = (kind: string, place: string, body?: object) =>
  to(({ name }) => `/v1/product-versions/product_${kind}${name}.1${place}`, body && (() => body));
const list = (path: string) => to(() => path);
const LATER = addDays(TODAY, 200);
const consentTerms = (things: Things) => {
  const { id: _, recipient, ...terms } = consentTermsOf(things);
  return { ...terms, recipient: recipient.organisation };
};
const reasons = (code: string) => [{ code }];

const { id: _, code: __, ...need } = needTerms();
const { id: ___, bank, ...product } = productTerms();

/** One row for each operation: a route without a row is a route that nobody has thought about. */
export const requests: Readonly<Record<string, Of>> = {
  listEnterprises: list('/v1/enterprises'),
  readEnterprise: under(''),
  readScore: under('/score'),
  readProfile: under('/profile'),
  listRecords: under('/records', '&category=tax'),
  whatIf: to(
    ({ code }) => `/v1/enterprises/${code}/what-if`,
    () => ({ changes: [{ fact: 'tax_grade', value: 'A' }] }),
  ),
  listScores: under('/scores'),
  replayScore: under('/score-replay', `&at=${NOW}`),
  listNeedsOfEnterprise: firm('/needs'),
  readListing: firm('/listing'),
  checkEnterprise: to(({ code }) => `/v1/checks/${code}`),
  listLists: list('/v1/lists'),
  listProducts: list('/v1/products'),
  readProduct: to(({ name }) => `/v1/products/product_${name}`),
  readCost: to(
    ({ name }) =>
      `/v1/products/product_${name}/cost?principal=50000000&term=12&repayment=interest_monthly`,
  ),
  compareCosts: to(
    ({ name }) =>
      `/v1/costs?products=product_${name}&principal=50000000&term=12&repayment=interest_monthly`,
  ),
  putProduct: to(
    ({ name }) => `/v1/products/product_${name}`,
    (things) => ({ ...product, contact: '0512-9', bank: { ...bank, id: things.bank } }),
  ),
  listProductVersions: to(({ name }) => `/v1/products/product_${name}/versions`),
  listProductDrafts: to(({ bank: of }) => `/v1/product-drafts?bank=${of}`),
  readProductVersion: version('draft-', ''),
  checkProduct: version('draft-', '/check', {}),
  returnProduct: version('draft-', '/return', { note: '期限有误' }),
  publishProduct: version('checked-', '/publication', {}),
  suspendProduct: version('', '/suspension', { note: '整改' }),
  resumeProduct: version('suspended-', '/resumption', {}),
  delistProduct: version('', '/delisting', { note: '停办' }),
  readVocabulary: list('/v1/vocabulary'),
  findFirms: to(({ name }) => `/v1/products/product_${name}/firms`),
  readFindability: firm('/findability'),
  allowFinding: firm('/findability', () => ({ banks: 'all', discloses: ['tax'], until: LATER })),
  endFinding: firm('/findability/withdrawal', () => ({})),
  listNeeds: list('/v1/needs'),
  readNeed: to(({ name }) => `/v1/needs/need_${name}`),
  submitNeed: to(
    ({ name }) => `/v1/needs/need_new-${name}`,
    ({ code }) => ({ ...need, code }),
  ),
  listNeedEditions: to(({ name }) => `/v1/needs/need_${name}/editions`),
  withdrawNeed: to(
    ({ name }) => `/v1/needs/need_${name}/withdrawal`,
    () => ({}),
  ),
  readChange: to(({ name }) => `/v1/needs/need_${name}/change?product=product_${name}`),
  readQuestion: to(({ name }) => `/v1/needs/need_${name}/question`),
  readMatches: to(({ name }) => `/v1/needs/need_${name}/matches`),
  listMatchingEvents: list('/v1/matching-events'),
  readMatchingEvent: to(({ name }) => `/v1/matching-events/event_${name}`),
  openMatchingEvent: to(
    ({ name }) => `/v1/matching-events/event_new-${name}`,
    () => ({ name: '新撮合会', closesOn: LATER }),
  ),
  cancelMatchingEvent: to(
    ({ name }) => `/v1/matching-events/event_${name}/cancellation`,
    () => ({}),
  ),
  assignMatchingEvent: to(
    ({ name }) => `/v1/matching-events/event_${name}/assignment`,
    () => ({}),
  ),
  listCapacities: to(({ name }) => `/v1/matching-events/event_${name}/capacities`),
  readCapacity: to(({ bank }) => `/v1/matching-events/event_own/capacities/${bank}`),
  bringCapacity: to(
    ({ bank }) => `/v1/matching-events/event_own/capacities/${bank}`,
    () => ({ quota: 2, amount: 200_000_000 }),
  ),
  listGotNeeds: to(({ bank }) => `/v1/matching-events/event_own/capacities/${bank}/needs`),
  listEventNeeds: to(({ name }) => `/v1/matching-events/event_${name}/needs`),
  readEventNeed: to(({ name }) => `/v1/matching-events/event_own/needs/need_${name}`),
  joinMatchingEvent: to(
    ({ name }) => `/v1/matching-events/event_own/needs/need_${name}`,
    () => ({}),
  ),
  listEventsOfEnterprise: firm('/matching-events'),
  listWhitelists: list('/v1/whitelists'),
  readWhitelist: to(({ name }) => `/v1/whitelists/whitelist_${name}`),
  requestWhitelist: to(
    ({ name }) => `/v1/whitelists/whitelist_new-${name}`,
    () => ({ name: '新名单', rule: { minPoints: 600 } }),
  ),
  publishWhitelist: to(
    ({ name }) => `/v1/whitelists/whitelist_${name}/publication`,
    () => ({}),
  ),
  listListings: to(({ name }) => `/v1/whitelists/whitelist_${name}/listings`),
  listNotices: list('/v1/notices'),
  listNoticesOfEnterprise: firm('/notices'),
  listBatches: list('/v1/batches'),
  readBatch: to(({ name }) => `/v1/batches/batch_${name}-enterprise-registration`),
  putBatch: to(
    ({ name }) => `/v1/batches/batch_new-${name}`,
    ({ supplier }) => ({ catalogue: 'honour', supplier }),
  ),
  listRefusedRows: to(({ name }) => `/v1/batches/batch_${name}-enterprise-registration/refusals`),
  returnRefusedRows: to(
    ({ name }) => `/v1/batches/batch_${name}-enterprise-registration/refusals.csv`,
  ),
  listSuppliers: list('/v1/suppliers'),
  readSupplier: to(({ supplier }) => `/v1/suppliers/${supplier}`),
  putSupplier: to(
    ({ supplier }) => `/v1/suppliers/${supplier}`,
    () => ({ name: '改名', kind: 'court', duties: [] }),
  ),
  listBatchesOfSupplier: to(({ supplier }) => `/v1/suppliers/${supplier}/batches`),
  measureQuality: list('/v1/quality?period=2026-03&definition=gusu-2023'),
  listQualityDefinitions: list('/v1/quality-definitions'),
  verifyRecord: to(
    ({ name }) => `/v1/verifications/verification_new-${name}`,
    (things) => ({
      record: declaredOf(things),
      outcome: 'false',
      evidence: [{ name: '复核', proves: '证书已失效' }],
      reasons: reasons('certificate_lapsed'),
    }),
  ),
  readVerification: to(({ name }) => `/v1/verifications/verification_${name}`),
  listCases: list('/v1/cases'),
  readCase: to(({ name }) => `/v1/cases/case_${name}`),
  fileCase: to(
    ({ name }) => `/v1/cases/case_new-${name}`,
    (things) => ({
      kind: 'objection',
      code: things.code,
      record: otherPenaltyOf(things),
      statement: '处罚对象并非本企业',
    }),
  ),
  acceptCase: to(
    ({ name }) => `/v1/cases/case_${name}/acceptance`,
    () => ({ accepted: true, reasons: reasons('papers_complete') }),
  ),
  extendCase: to(
    ({ name }) => `/v1/cases/case_${name}/extension`,
    () => ({ reasons: reasons('papers_complete') }),
  ),
  decideCase: to(
    ({ name }) => `/v1/cases/case_${name}/decision`,
    () => ({ outcome: 'denied', reasons: reasons('unproven') }),
  ),
  cancelCase: to(
    ({ name }) => `/v1/cases/case_${name}/cancellation`,
    () => ({}),
  ),
  listCasesOfEnterprise: firm('/cases'),
  verifyIdentity: firm('/identity', () => ({
    name: WANG.name,
    idNumber: WANG.idNumber,
    method: 'registry_match',
  })),
  readIdentity: firm('/identity'),
  searchIdentities: to(
    ({ name }) => `/v1/identity-searches/search_${name}`,
    () => ({ idNumber: WANG.idNumber, reason: '审计' }),
  ),
  exportSubject: firm('/export'),
  listRetention: list('/v1/retention-reports'),
  readConsentForm: list('/v1/consent-form'),
  listConsents: list('/v1/consents'),
  listConsentsOfEnterprise: firm('/consents'),
  readConsent: consent(''),
  readReceipt: consent('/receipt'),
  requestConsent: to(
    ({ name }) => `/v1/consents/consent_new-${name}`,
    (things) => ({ ...consentTerms(things), purpose: 'post_loan_monitoring' }),
  ),
  grantConsent: to(({ name }) => `/v1/consents/consent_new-${name}/grant`, consentTerms),
  declineConsent: to(
    ({ name }) => `/v1/consents/consent_asked-${name}/decline`,
    () => ({}),
  ),
  pauseConsent: consent('/pause', () => ({})),
  resumeConsent: consent('/resume', () => ({})),
  revokeConsent: consent('/revocation', () => ({})),
  renewConsent: consent('/renewal', () => ({ validUntil: LATER })),
  listAccessesOfEnterprise: firm('/accesses'),
  listAccesses: list('/v1/accesses'),
  readDecision: to(({ name }) => `/v1/decisions/decision_${name}`),
  reportDecision: to(
    ({ name }) => `/v1/decisions/decision_new-${name}`,
    (things) => decisionOf(things),
  ),
  readOutcome: to(({ name }) => `/v1/outcomes/outcome_${name}`),
  reportOutcome: to(
    ({ name }) => `/v1/outcomes/outcome_new-${name}`,
    (things) => outcomeOf(things),
  ),
  listScoreMonitoring: list('/v1/score-monitoring'),
  listAudit: to(({ name }) => `/v1/audit?stream=need/need_${name}`),
  verifyAudit: list('/v1/audit/verification'),
  listCatalogues: list('/v1/catalogues'),
  readCatalogue: list('/v1/catalogues/honour'),
  listDeliveryLimits: list('/v1/delivery-limits'),
  listCards: list('/v1/cards'),
  readCard: to(({ name }) => `/v1/cards/card_${name}.1`),
  draftCard: to(
    ({ name }) => `/v1/cards/card_new-${name}.1`,
    ({ name }) => ({ role: 'challenger', card: { ...expertCard, id: `new-${name}`, version: 1 } }),
  ),
  checkCard: to(
    ({ name }) => `/v1/cards/card_${name}.1/check`,
    () => ({}),
  ),
  approveCard: to(
    ({ name }) => `/v1/cards/card_${name}.2/approval`,
    () => ({}),
  ),
  activateCard: to(
    ({ name }) => `/v1/cards/card_${name}.3/activation`,
    () => ({ from: LATER }),
  ),
  retireCard: to(
    ({ name }) => `/v1/cards/card_${name}.1/retirement`,
    () => ({}),
  ),
  compareChallenger: to(
    ({ name }) => `/v1/cards/card_${name === 'absent' ? 'absent.1' : 'expert.900'}/comparison`,
    () => ({}),
  ),
  listCardComparisons: list('/v1/card-comparisons'),
  listSchemes: list('/v1/segment-schemes'),
  readScheme: to(({ name }) => `/v1/segment-schemes/scheme_${name}.1`),
  draftScheme: to(
    ({ name }) => `/v1/segment-schemes/scheme_new-${name}.1`,
    ({ name }) => ({ scheme: { ...citySegments, id: `new-${name}` } }),
  ),
  checkScheme: to(
    ({ name }) => `/v1/segment-schemes/scheme_${name}.1/check`,
    () => ({}),
  ),
  approveScheme: to(
    ({ name }) => `/v1/segment-schemes/scheme_${name}.2/approval`,
    () => ({}),
  ),
  activateScheme: to(
    ({ name }) => `/v1/segment-schemes/scheme_${name}.3/activation`,
    () => ({ from: LATER }),
  ),
  retireScheme: to(
    ({ name }) => `/v1/segment-schemes/scheme_${name}.1/retirement`,
    () => ({}),
  ),
  readScorecard: list('/v1/scorecards/current'),
};
