import { checkEnterprise } from '#usecases/check-enterprise';
import { compareLists } from '#usecases/compare-lists';
import { deliverRows } from '#usecases/deliver-rows';
import { draftWhitelist } from '#usecases/draft-whitelist';
import { fileCase } from '#usecases/file-case';
import { finishBatch } from '#usecases/finish-batch';
import { ingestBatch } from '#usecases/ingest-batch';
import { ingestPart, type OnProgress } from '#usecases/ingest-part';
import { matchNeed } from '#usecases/match-need';
import { measureQuality } from '#usecases/measure-quality';
import { moveCase } from '#usecases/move-case';
import { noting } from '#usecases/note-reading';
import { openBatch } from '#usecases/open-batch';
import { planBatch } from '#usecases/plan-batch';
import type { Ports } from '#usecases/ports';
import { publishWhitelist } from '#usecases/publish-whitelist';
import { putProduct } from '#usecases/put-product';
import { putSupplier } from '#usecases/put-supplier';
import {
  listEnterprises,
  readEnterprise,
  readListings,
  readOne,
  readPage,
  readScore,
} from '#usecases/read';
import { readBatch, readRefusedRows } from '#usecases/read-batch';
import { readMatching } from '#usecases/read-matching';
import { productCatalogue } from '#usecases/read-products';
import { readProfile } from '#usecases/read-profile';
import { readRecords } from '#usecases/read-records';
import { reconsiderListing } from '#usecases/reconsider-listing';
import { rematchEnterprise } from '#usecases/rematch-enterprise';
import { requestWhitelist } from '#usecases/request-whitelist';
import { rescoreCity } from '#usecases/rescore-city';
import { scoreEnterprise } from '#usecases/score-enterprise';
import { scoreEnterprises } from '#usecases/score-enterprises';
import { submitNeed } from '#usecases/submit-need';
import { tellReaders } from '#usecases/tell-readers';
import { verifyRecord } from '#usecases/verify-record';
import { withdrawNeed } from '#usecases/withdraw-need';
import type { Platform } from './platform.ts';

/** Every use-case over one set of ports: the whole platform as a value. */
export function join(ports: Ports, onProgress?: OnProgress): Platform {
  const products = productCatalogue(ports);
  const batches = readPage(ports, 'batches');
  const allNeeds = readPage(ports, 'needs');
  const needsOf = readPage(ports, 'needsOfEnterprise');
  const allProducts = readPage(ports, 'products');
  const allSuppliers = readPage(ports, 'suppliers');
  const allWhitelists = readPage(ports, 'whitelists');
  const openCases = readPage(ports, 'casesOpen');
  const casesOf = readPage(ports, 'casesOfEnterprise');
  const notices = readPage(ports, 'noticesTo');
  return {
    openBatch: openBatch(ports),
    deliverRows: deliverRows(ports),
    ingestBatch: ingestBatch(ports, onProgress),
    planBatch: planBatch(ports),
    ingestPart: ingestPart(ports, onProgress),
    finishBatch: finishBatch(ports),
    readBatch: readBatch(ports),
    listBatches: (asker, page) => batches(asker, { ...page, of: 'all' }),
    readRefusedRows: readRefusedRows(ports),

    putSupplier: putSupplier(ports),
    readSupplier: readOne(ports, 'supplier'),
    listSuppliers: (asker, page) => allSuppliers(asker, { ...page, of: 'all' }),
    measureQuality: measureQuality(ports),

    readEnterprise: noting(ports, readEnterprise(ports), (code) => code),
    readProfile: noting(ports, readProfile(ports), ({ code }) => code),
    checkEnterprise: noting(ports, checkEnterprise(ports), ({ code }) => code),
    compareLists: compareLists(ports),
    verifyRecord: verifyRecord(ports),
    readVerification: readOne(ports, 'verification'),
    fileCase: fileCase(ports),
    moveCase: moveCase(ports),
    readCase: readOne(ports, 'case'),
    listCases: (asker, { code, ...page }) =>
      code === undefined
        ? openCases(asker, { ...page, of: 'all' })
        : casesOf(asker, { ...page, of: code }),
    listEnterprises: listEnterprises(ports),
    readRecords: noting(ports, readRecords(ports), ({ code }) => code),
    readScore: noting(ports, readScore(ports), (code) => code),
    tellReaders: tellReaders(ports),
    listNotices: (asker, { to, ...page }) => notices(asker, { ...page, of: `${to.kind}/${to.id}` }),
    scoreEnterprise: scoreEnterprise(ports),
    scoreEnterprises: scoreEnterprises(ports),
    rescoreCity: rescoreCity(ports),

    putProduct: putProduct(ports),
    readProduct: readOne(ports, 'product'),
    listProducts: (asker, page) => allProducts(asker, { ...page, of: 'all' }),

    submitNeed: submitNeed(ports),
    withdrawNeed: withdrawNeed(ports),
    readNeed: readOne(ports, 'need'),
    listNeeds: (asker, { code, ...page }) =>
      code === undefined
        ? allNeeds(asker, { ...page, of: 'all' })
        : needsOf(asker, { ...page, of: code }),
    matchNeed: matchNeed(ports, products),
    rematchEnterprise: rematchEnterprise(ports, products),
    readMatching: readMatching(ports, products),

    requestWhitelist: requestWhitelist(ports),
    draftWhitelist: draftWhitelist(ports),
    publishWhitelist: publishWhitelist(ports),
    reconsiderListing: reconsiderListing(ports),
    readWhitelist: readOne(ports, 'whitelist'),
    listWhitelists: (asker, page) => allWhitelists(asker, { ...page, of: 'all' }),
    readListings: readListings(ports),
  };
}
