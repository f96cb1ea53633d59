import type { UnifiedCode } from '#domain/ids';
import { nameOfParty } from '#domain/principal';
import { admit } from '#usecases/admit';
import { auditing } from '#usecases/auditing';
import { beginCards } from '#usecases/begin-cards';
import { compareChallenger, compareChallengers } from '#usecases/compare-challenger';
import { compareLists } from '#usecases/compare-lists';
import { deliverRows } from '#usecases/deliver-rows';
import { disclosing } from '#usecases/disclose';
import { disclosures } from '#usecases/disclosures';
import { draftCard } from '#usecases/draft-card';
import { draftWhitelist } from '#usecases/draft-whitelist';
import { editNeed } from '#usecases/edit-need';
import { fileCase } from '#usecases/file-case';
import { finishBatch } from '#usecases/finish-batch';
import { guarding } from '#usecases/guard';
import { ingestBatch } from '#usecases/ingest-batch';
import { ingestPart, type OnProgress } from '#usecases/ingest-part';
import { listEditions } from '#usecases/list-editions';
import { maskedFor } from '#usecases/mask-case';
import { matchNeed } from '#usecases/match-need';
import { matchProduct } from '#usecases/match-product';
import { measureQuality } from '#usecases/measure-quality';
import { monitorScores } from '#usecases/monitor-scores';
import { moveCard } from '#usecases/move-card';
import { moveCase } from '#usecases/move-case';
import { openBatch } from '#usecases/open-batch';
import { planBatch } from '#usecases/plan-batch';
import { planRescoring } from '#usecases/plan-rescoring';
import type { Ports } from '#usecases/ports';
import { publishWhitelist } from '#usecases/publish-whitelist';
import { putSupplier } from '#usecases/put-supplier';
import { listEnterprises, type PageOf, readOne, readPage } from '#usecases/read';
import { readBatch, readRefusedRows } from '#usecases/read-batch';
import { readChange } from '#usecases/read-change';
import { compareCosts, readCost } from '#usecases/read-cost';
import { readMatching } from '#usecases/read-matching';
import { productCatalogue } from '#usecases/read-products';
import { readQuestion } from '#usecases/read-question';
import {
  listWhitelists,
  readListing,
  readListings,
  readWhitelist,
} from '#usecases/read-whitelists';
import { reconsiderListing } from '#usecases/reconsider-listing';
import { rematchEnterprise } from '#usecases/rematch-enterprise';
import { reportDecision } from '#usecases/report-decision';
import { reportOutcome } from '#usecases/report-outcome';
import { requestWhitelist } from '#usecases/request-whitelist';
import { rescoreRange } from '#usecases/rescore-range';
import { scoreCity } from '#usecases/score-city';
import { scoreEnterprise } from '#usecases/score-enterprise';
import { scoreEnterprises } from '#usecases/score-enterprises';
import { listNeeds, listNeedsOf, readNeed } from '#usecases/see-need';
import { submitNeed } from '#usecases/submit-need';
import { tellReaders } from '#usecases/tell-readers';
import { verifyRecord } from '#usecases/verify-record';
import { withdrawNeed } from '#usecases/withdraw-need';
import { finding } from './finding.ts';
import { gathering } from './gathering.ts';
import { ownersIn } from './owners.ts';
import type { Platform } from './platform.ts';
import { protecting } from './protecting.ts';
import { segmenting } from './segmenting.ts';
import { selling } from './selling.ts';

/** Every use-case over one set of ports, each behind its row of the policy table: the whole platform as a value. */
export function join(given: Ports, onProgress?: OnProgress): Platform {
  // Here and nowhere else: no door, command or test has a platform that decides without being audited.
  const ports: Ports = { ...given, store: auditing(given) };
  const guarded = guarding(ports);
  const own = ownersIn(ports);
  const products = productCatalogue(ports);
  const batches = readPage(ports, 'batches');
  const batchesOf = readPage(ports, 'batchesOfSupplier');
  const allSuppliers = readPage(ports, 'suppliers');
  const openCases = readPage(ports, 'casesOpen');
  const casesOf = readPage(ports, 'casesOfEnterprise');
  const notices = readPage(ports, 'noticesTo');
  const allCards = readPage(ports, 'cardVersions');
  const monitorings = readPage(ports, 'scoreMonitorings');
  const allComparisons = readPage(ports, 'cardComparisons');
  const stepCard = moveCard(ports);
  const move = moveCase(ports);
  const reads = disclosures(ports, products);
  return {
    admit: guarded('admit', admit(ports)),

    openBatch: guarded('openBatch', openBatch(ports), own.batchToBe),
    deliverRows: guarded('deliverRows', deliverRows(ports), own.batchToBe),
    ingestBatch: guarded('ingestBatch', ingestBatch(ports, onProgress)),
    planBatch: guarded('planBatch', planBatch(ports)),
    ingestPart: guarded('ingestPart', ingestPart(ports, onProgress)),
    finishBatch: guarded('finishBatch', finishBatch(ports)),
    readBatch: guarded('readBatch', readBatch(ports), own.batchFound),
    listBatches: guarded('listBatches', (asker, page) => batches(asker, { ...page, of: 'all' })),
    listBatchesOfSupplier: guarded(
      'listBatchesOfSupplier',
      (asker, { supplier, ...page }) => batchesOf(asker, { ...page, of: supplier }),
      own.supplierIn,
    ),
    readRefusedRows: guarded('readRefusedRows', readRefusedRows(ports), own.batchRows),

    putSupplier: guarded('putSupplier', putSupplier(ports)),
    readSupplier: guarded('readSupplier', readOne(ports, 'supplier'), own.supplier),
    listSuppliers: guarded('listSuppliers', (asker, page) =>
      allSuppliers(asker, { ...page, of: 'all' }),
    ),
    measureQuality: guarded('measureQuality', measureQuality(ports)),

    readEnterprise: guarded('readEnterprise', disclosing(ports, reads.enterprise), own.firmIn),
    readProfile: guarded('readProfile', disclosing(ports, reads.profile), own.firmIn),
    checkEnterprise: guarded('checkEnterprise', disclosing(ports, reads.check)),
    compareLists: guarded('compareLists', compareLists(ports)),
    verifyRecord: guarded('verifyRecord', verifyRecord(ports)),
    readVerification: guarded(
      'readVerification',
      readOne(ports, 'verification'),
      own.verificationFound,
    ),
    fileCase: guarded('fileCase', fileCase(ports), own.caseToBe),
    moveCase: guarded('moveCase', move),
    cancelCase: guarded(
      'cancelCase',
      (asker, id) => move(asker, { id, action: 'cancel', reasons: [] }),
      own.case,
    ),
    readCase: guarded('readCase', maskedFor.one(readOne(ports, 'case')), own.caseFound),
    listOpenCases: guarded(
      'listOpenCases',
      maskedFor.page((asker, page: PageOf) => openCases(asker, { ...page, of: 'all' })),
    ),
    listCasesOfEnterprise: guarded(
      'listCasesOfEnterprise',
      maskedFor.page((asker, { code, ...page }: PageOf & { readonly code: UnifiedCode }) =>
        casesOf(asker, { ...page, of: code }),
      ),
      own.firmIn,
    ),
    listEnterprises: guarded('listEnterprises', listEnterprises(ports)),
    readRecords: guarded('readRecords', disclosing(ports, reads.records), own.firmIn),
    readScore: guarded('readScore', disclosing(ports, reads.score), own.firmIn),
    whatIf: guarded('whatIf', disclosing(ports, reads.supposed), own.firmIn),
    tellReaders: guarded('tellReaders', tellReaders(ports)),
    listNotices: guarded(
      'listNotices',
      (asker, { to, ...page }) => notices(asker, { ...page, of: nameOfParty(to) }),
      own.recipient,
    ),
    replayScore: guarded('replayScore', disclosing(ports, reads.past), own.firmIn),
    listScores: guarded('listScores', disclosing(ports, reads.told), own.firmIn),
    draftCard: guarded('draftCard', draftCard(ports)),
    checkCard: guarded('checkCard', (asker, id) => stepCard(asker, { id, action: 'check' })),
    approveCard: guarded('approveCard', (asker, id) => stepCard(asker, { id, action: 'approve' })),
    activateCard: guarded('activateCard', (asker, { id, from }) =>
      stepCard(asker, { id, action: 'activate', from }),
    ),
    retireCard: guarded('retireCard', (asker, id) => stepCard(asker, { id, action: 'retire' })),
    readCard: guarded('readCard', readOne(ports, 'cardVersion')),
    listCards: guarded('listCards', (asker, page) => allCards(asker, { ...page, of: 'all' })),
    beginCards: guarded('beginCards', beginCards(ports)),
    compareChallenger: guarded('compareChallenger', compareChallenger(ports)),
    compareChallengers: guarded('compareChallengers', compareChallengers(ports)),
    listCardComparisons: guarded('listCardComparisons', (asker, page) =>
      allComparisons(asker, { ...page, of: 'all' }),
    ),
    scoreEnterprise: guarded('scoreEnterprise', scoreEnterprise(ports)),
    scoreEnterprises: guarded('scoreEnterprises', scoreEnterprises(ports)),
    scoreCity: guarded('scoreCity', scoreCity(ports)),
    planRescoring: guarded('planRescoring', planRescoring(ports)),
    rescoreRange: guarded('rescoreRange', rescoreRange(ports)),

    readCost: guarded('readCost', readCost(ports)),
    compareCosts: guarded('compareCosts', compareCosts(ports)),

    submitNeed: guarded('submitNeed', submitNeed(ports, products), own.needToBe),
    editNeed: guarded('editNeed', editNeed(ports, products), own.needToEdit),
    withdrawNeed: guarded('withdrawNeed', withdrawNeed(ports), own.need),
    readNeed: guarded('readNeed', readNeed(ports), own.needFound),
    listNeeds: guarded('listNeeds', listNeeds(ports)),
    listNeedsOfEnterprise: guarded('listNeedsOfEnterprise', listNeedsOf(ports), own.firmIn),
    listNeedEditions: guarded('listNeedEditions', listEditions(ports), own.needIn),
    matchNeed: guarded('matchNeed', matchNeed(ports, products)),
    rematchEnterprise: guarded('rematchEnterprise', rematchEnterprise(ports, products)),
    matchProduct: guarded('matchProduct', matchProduct(ports, products)),
    readMatching: guarded('readMatching', readMatching(ports, products), own.needIn),
    readQuestion: guarded('readQuestion', readQuestion(ports, products), own.needIn),
    readChange: guarded('readChange', readChange(ports, products), own.needIn),

    requestWhitelist: guarded('requestWhitelist', requestWhitelist(ports)),
    draftWhitelist: guarded('draftWhitelist', draftWhitelist(ports)),
    publishWhitelist: guarded('publishWhitelist', publishWhitelist(ports)),
    reconsiderListing: guarded('reconsiderListing', reconsiderListing(ports)),
    readWhitelist: guarded('readWhitelist', readWhitelist(ports)),
    listWhitelists: guarded('listWhitelists', listWhitelists(ports)),
    readListings: guarded('readListings', readListings(ports)),
    readListing: guarded('readListing', readListing(ports), own.firmOf),

    reportOutcome: guarded('reportOutcome', reportOutcome(ports), own.outcomeToBe),
    reportDecision: guarded('reportDecision', reportDecision(ports, products), own.decisionToBe),
    readDecision: guarded('readDecision', readOne(ports, 'decision'), own.decisionFound),
    readOutcome: guarded('readOutcome', readOne(ports, 'outcome'), own.outcomeFound),
    monitorScores: guarded('monitorScores', monitorScores(ports)),
    listScoreMonitoring: guarded('listScoreMonitoring', (asker, page) =>
      monitorings(asker, { ...page, of: 'all' }),
    ),

    ...segmenting(ports, guarded),
    ...gathering(ports, products, guarded, own),
    ...selling(ports, guarded, own),
    ...finding(ports, guarded, own, products),
    ...protecting(ports, guarded, own),
  };
}
