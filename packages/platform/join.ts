import { accept } from '#domain/refusal';
import { deliverRows } from '#usecases/deliver-rows';
import { draftWhitelist } from '#usecases/draft-whitelist';
import { ingestBatch, type OnProgress } from '#usecases/ingest-batch';
import { matchNeed } from '#usecases/match-need';
import { openBatch } from '#usecases/open-batch';
import type { Ports } from '#usecases/ports';
import { publishWhitelist } from '#usecases/publish-whitelist';
import { putProduct } from '#usecases/put-product';
import {
  listEnterprises,
  readEnterprise,
  readListings,
  readOne,
  readPage,
  readRefusedRows,
  readScore,
} from '#usecases/read';
import { readMatching } from '#usecases/read-matching';
import { productCatalogue } from '#usecases/read-products';
import { rematchEnterprise } from '#usecases/rematch-enterprise';
import { requestWhitelist } from '#usecases/request-whitelist';
import { rescoreCity } from '#usecases/rescore-city';
import { scoreEnterprise } from '#usecases/score-enterprise';
import { scoreEnterprises } from '#usecases/score-enterprises';
import { submitNeed } from '#usecases/submit-need';
import { withdrawNeed } from '#usecases/withdraw-need';
import type { Platform } from './platform.ts';

/** Every use-case over one set of ports: the whole platform as a value. */
export function join(ports: Ports, onProgress?: OnProgress): Platform {
  const products = productCatalogue(ports);
  const batches = readPage(ports, 'batches');
  const allNeeds = readPage(ports, 'needs');
  const needsOf = readPage(ports, 'needsOfEnterprise');
  const allProducts = readPage(ports, 'products');
  const allWhitelists = readPage(ports, 'whitelists');
  const batch = readOne(ports, 'batch');
  const records = readPage(ports, 'recordsOfEnterprise');
  const enterprise = readEnterprise(ports);
  return {
    openBatch: openBatch(ports),
    deliverRows: deliverRows(ports),
    ingestBatch: ingestBatch(ports, onProgress),
    readBatch: async (asker, id) => {
      const kept = await batch(asker, id);
      return kept.ok ? accept(kept.value.value) : kept;
    },
    listBatches: (asker, page) => batches(asker, { ...page, of: 'all' }),
    readRefusedRows: readRefusedRows(ports),

    readEnterprise: enterprise,
    listEnterprises: listEnterprises(ports),
    readRecords: async (asker, { code, ...page }) => {
      const found = await enterprise(asker, code);
      return found.ok ? records(asker, { ...page, of: code }) : found;
    },
    readScore: readScore(ports),
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
    readWhitelist: readOne(ports, 'whitelist'),
    listWhitelists: (asker, page) => allWhitelists(asker, { ...page, of: 'all' }),
    readListings: readListings(ports),
  };
}
