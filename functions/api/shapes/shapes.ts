import * as z from 'zod';
import { changeSchema, productChangeSchema } from '#platform/schemas/change';
import { criterionSchema } from '#platform/schemas/criterion';
import {
  findingSchema,
  matchingSchema,
  productMatchSchema,
  questionSchema,
} from '#platform/schemas/matching';
import { statusOf } from '../status.ts';
import { auditEntry, auditVerification } from './audit.ts';
import { cardComparison, cardEntry, cardVersion, replayedScore, toldScore } from './cards.ts';
import { creditCase } from './cases.ts';
import { check, listType, verification } from './checks.ts';
import { access, consent, consentForm, receipt } from './consents.ts';
import { costComparison, productCost } from './costs.ts';
import {
  batch,
  batchPut,
  creditRecord,
  enterpriseProfile,
  refusedRow,
  score,
  supposedScore,
} from './credit.ts';
import { findability, firmsOfProduct } from './finding.ts';
import { listing, whitelist } from './lending.ts';
import { capacity, eventNeed, gotNeed, matchingEvent } from './matching-events.ts';
import { creditDecision, loanOutcome, scoreMonitoring } from './monitoring.ts';
import { need, needEdition, seenNeed } from './needs.ts';
import { notice } from './notices.ts';
import { identitiesFound, identity, retentionReport } from './personal.ts';
import { product, productVersion, vocabulary } from './products.ts';
import { profile } from './profile.ts';
import { qualityDefinition, qualityTable, supplier } from './quality.ts';
import { catalogue, deliveryLimit, scorecard } from './reference.ts';
import { schemeEntry, schemeVersion } from './schemes.ts';
import { refusal } from './values.ts';

const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'For people; in English where asked for.' }),
    instance: z.string(),
    code: z.enum(Object.keys(statusOf)),
    errors: z.array(refusal.extend({ detail: z.string() })),
  })
  .meta({ description: 'RFC 9457, with a code that never changes and every fault.' });

/** The components of the document by name. */
export const shapes: Readonly<Record<string, z.ZodType>> = {
  EnterpriseProfile: enterpriseProfile,
  Profile: profile,
  Check: check,
  ListType: listType,
  Score: score,
  ToldScore: toldScore,
  ReplayedScore: replayedScore,
  WhatIf: supposedScore,
  CreditRecord: creditRecord,
  Product: product,
  ProductVersion: productVersion,
  Criterion: criterionSchema,
  Vocabulary: vocabulary,
  ProductCost: productCost,
  CostComparison: costComparison,
  Need: need,
  SeenNeed: seenNeed,
  NeedEdition: needEdition,
  Matching: matchingSchema,
  Finding: findingSchema,
  Question: questionSchema,
  ProductMatch: productMatchSchema,
  MatchingEvent: matchingEvent,
  Capacity: capacity,
  EventNeed: eventNeed,
  GotNeed: gotNeed,
  ProductChange: productChangeSchema,
  Change: changeSchema,
  Findability: findability,
  FirmsOfProduct: firmsOfProduct,
  Whitelist: whitelist,
  Listing: listing,
  AuditEntry: auditEntry,
  AuditVerification: auditVerification,
  Batch: batch,
  BatchPut: batchPut,
  RefusedRow: refusedRow,
  Supplier: supplier,
  QualityTable: qualityTable,
  QualityDefinition: qualityDefinition,
  Verification: verification,
  Case: creditCase,
  Consent: consent,
  Receipt: receipt,
  ConsentForm: consentForm,
  Access: access,
  Catalogue: catalogue,
  DeliveryLimit: deliveryLimit,
  Scorecard: scorecard,
  CardEntry: cardEntry,
  CardVersion: cardVersion,
  CardComparison: cardComparison,
  SchemeEntry: schemeEntry,
  SchemeVersion: schemeVersion,
  Notice: notice,
  Identity: identity,
  IdentitiesFound: identitiesFound,
  RetentionReport: retentionReport,
  Outcome: loanOutcome,
  CreditDecision: creditDecision,
  ScoreMonitoring: scoreMonitoring,
  Problem: problem,
};
