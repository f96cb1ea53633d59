import * as z from 'zod';
import { loanClasses } from '#domain/scoring/monitoring/loan-outcome';
import { code, count, day, rate } from './values.ts';

export const loanOutcome = z
  .strictObject({
    id: z.string(),
    code,
    bank: z.string(),
    loan: z.string(),
    classification: z.enum(loanClasses).exactOptional(),
    daysPastDue: count.exactOptional(),
    observedFrom: day,
    observedTo: day,
    reportedOn: day,
  })
  .meta({ description: 'What a bank reports of one loan.' });

export const creditDecision = z
  .strictObject({
    id: z.string(),
    need: z.string(),
    product: z.string(),
    bank: z.string(),
    approved: z.boolean(),
    decidedOn: day,
    code,
    kind: z.string(),
    margin: rate.meta({ description: 'How far the firm stood within what the product asks.' }),
    reportedOn: day,
  })
  .meta({ description: 'How a bank decided on a need under one of its products.' });

const share = z.number().min(0).max(1);
const index = z.number().meta({ description: 'Below 0.1 stable, to 0.25 watch, above act.' });
const reading = z.enum(['stable', 'watch', 'act']);

const stability = z.union([
  z
    .strictObject({ status: z.literal('too_few'), sample: count })
    .meta({ description: 'Fewer than 100 firms, in the activation sample or this week.' }),
  z
    .strictObject({ status: z.literal('rescoring'), scored: count, waiting: count })
    .meta({ description: 'The card is on its way through the city; then its sample is taken.' }),
  z.strictObject({
    status: z.literal('measured'),
    sampleOn: day,
    sample: count,
    psi: index,
    reading,
    edges: z.array(z.number()),
    expected: z.array(share),
    actual: z.array(share),
    indicators: z.array(z.strictObject({ indicator: z.string(), csi: index, reading })),
    drifted: z.array(z.string()),
  }),
]);

const discrimination = z.union([
  z
    .strictObject({ status: z.literal('too_few'), goods: count, bads: count })
    .meta({ description: 'Fewer than 10 loans that kept, or that defaulted.' }),
  z.strictObject({
    status: z.literal('measured'),
    goods: count,
    bads: count,
    auc: share,
    aucLow: share,
    aucHigh: share,
    ks: share,
  }),
]);

const group = z.union([
  z
    .strictObject({ group: z.string(), flag: z.literal('suppressed') })
    .meta({ description: 'Fewer than 10 firms.' }),
  z.strictObject({
    group: z.string(),
    firms: count,
    selectionRate: share.meta({ description: 'Share with grade B or better.' }),
    meanPoints: z.number(),
    impactRatio: z.number().exactOptional(),
    badRate: share.exactOptional(),
    goodsSelected: share.exactOptional(),
    known: count.exactOptional(),
    flag: z.enum(['adverse', 'small', 'none']),
  }),
]);
const groups = z.array(group);

export const scoreMonitoring = z
  .strictObject({
    week: z.string().meta({ description: 'ISO 8601: 2026-W10.' }),
    asOf: day,
    firms: count,
    unscored: count,
    outcomes: z.strictObject({
      reported: count,
      open: count,
      retrospective: count.meta({
        description: "Held against the score by today's cards as of the first day observed.",
      }),
      unscored: count,
    }),
    cards: z.array(
      z.strictObject({
        hash: z.string(),
        card: z.strictObject({ id: z.string(), version: count }),
        firms: count,
        grades: z.array(z.strictObject({ grade: z.string(), firms: count })),
        stability,
        discrimination,
      }),
    ),
    fairness: z.strictObject({ district: groups, industry: groups, size: groups, age: groups }),
  })
  .meta({ description: 'How the cards fared in a week.' });
