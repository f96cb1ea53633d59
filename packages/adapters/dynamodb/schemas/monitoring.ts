import * as z from 'zod';
import { creditDecisionId, needId, outcomeId, productId } from '#domain/ids';
import { type ProductKind, productKinds } from '#domain/product/vocabulary';
import { basisPoints } from '#domain/rate';
import { parseIsoWeek } from '#domain/scoring/monitoring/iso-week';
import { loanClasses } from '#domain/scoring/monitoring/loan-outcome';
import type { Kept } from '#usecases/ports';
import { bankId, code, count, day, parsed } from './values.ts';

const week = parsed(parseIsoWeek, 'week');
const share = z.number();
const productKind = z.enum(Object.keys(productKinds) as readonly ProductKind[]);
const shares = z.array(share);
const card = z.object({ id: z.string(), version: count });
const histogram = z.record(z.string(), count);
/** Weeks from before scores were reckoned in retrospect have none of those. */
const outcomes = z.object({
  reported: count,
  open: count,
  retrospective: count.default(0),
  unscored: count,
});
const reading = z.enum(['stable', 'watch', 'act']);

const groupCount = z.object({
  firms: count,
  points: z.int(),
  selected: count,
  bads: count,
  goods: count,
  goodsSelected: count,
});

const stability = z.discriminatedUnion('status', [
  z.object({ status: z.literal('too_few'), sample: count }),
  z.object({ status: z.literal('rescoring'), scored: count, waiting: count }),
  z.object({
    status: z.literal('measured'),
    sampleOn: day,
    sample: count,
    psi: z.number(),
    reading,
    edges: z.array(z.number()),
    expected: shares,
    actual: shares,
    indicators: z.array(z.object({ indicator: z.string(), csi: z.number(), reading })),
    drifted: z.array(z.string()),
  }),
]);

const discrimination = z.discriminatedUnion('status', [
  z.object({ status: z.literal('too_few'), goods: count, bads: count }),
  z.object({
    status: z.literal('measured'),
    goods: count,
    bads: count,
    auc: share,
    aucLow: share,
    aucHigh: share,
    ks: share,
  }),
]);

const groupTold = z.union([
  z.strictObject({ group: z.string(), flag: z.literal('suppressed') }),
  z.strictObject({
    group: z.string(),
    firms: count,
    selectionRate: share,
    meanPoints: z.number(),
    impactRatio: z.number().exactOptional(),
    badRate: share.exactOptional(),
    goodsSelected: share.exactOptional(),
    known: count.exactOptional(),
    flag: z.enum(['adverse', 'small', 'none']),
  }),
]);

const by = <Shape extends z.ZodType>(shape: Shape) =>
  z.object({ district: shape, industry: shape, size: shape, age: shape });

type Monitoring =
  | 'outcome'
  | 'decision'
  | 'approvals'
  | 'scoreCount'
  | 'activationSample'
  | 'scoreMonitoring';

export const monitoringSchemas: { readonly [K in Monitoring]: z.ZodType<Kept[K]> } = {
  outcome: z.object({
    id: parsed(outcomeId, 'id of an outcome'),
    code,
    bank: bankId,
    loan: z.string(),
    classification: z.enum(loanClasses).exactOptional(),
    daysPastDue: count.exactOptional(),
    observedFrom: day,
    observedTo: day,
    reportedOn: day,
  }),
  decision: z.object({
    id: parsed(creditDecisionId, 'id of a decision'),
    need: parsed(needId, 'id of a need'),
    product: parsed(productId, 'id of a product'),
    bank: bankId,
    approved: z.boolean(),
    decidedOn: day,
    code,
    kind: productKind,
    margin: count.transform(basisPoints),
    reportedOn: day,
  }),
  approvals: z.object({
    id: z.literal('city'),
    histories: z.partialRecord(productKind, z.array(z.object({ decided: count, approved: count }))),
  }),
  scoreCount: z.object({
    week,
    asOf: day,
    phase: z.enum(['scores', 'outcomes', 'counted']),
    after: z.string().exactOptional(),
    unscored: count,
    outcomes,
    cards: z.array(
      z.object({
        hash: z.string(),
        card,
        points: histogram,
        grades: histogram,
        attributes: z.record(z.string(), z.array(count)),
        goods: histogram,
        bads: histogram,
      }),
    ),
    groups: by(z.record(z.string(), groupCount)),
  }),
  activationSample: z.object({
    hash: z.string(),
    card,
    takenOn: day,
    firms: count,
    distribution: z.object({ edges: z.array(z.number()), shares }),
    attributes: z.record(z.string(), shares),
  }),
  scoreMonitoring: z.object({
    week,
    asOf: day,
    firms: count,
    unscored: count,
    outcomes,
    cards: z.array(
      z.object({
        hash: z.string(),
        card,
        firms: count,
        grades: z.array(z.object({ grade: z.string(), firms: count })),
        stability,
        discrimination,
      }),
    ),
    fairness: by(z.array(groupTold)),
  }),
};
