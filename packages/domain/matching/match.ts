import { assert } from '../assert.ts';
import type { Need } from '../need/need.ts';
import type { Verdict } from '../product/criterion.ts';
import { type LprFixing, lprOn } from '../rate.ts';
import type { BusinessDate } from '../time.ts';
import type { Applicant } from './applicant.ts';
import type { Catalogue } from './compile-catalogue.ts';
import { gapsOf } from './gaps.ts';
import {
  judgeCatalogue,
  type Memory,
  type Standing,
  standingOf,
  usedAgain,
  verdictAt,
} from './judge-catalogue.ts';
import type { Matching, MatchingPage } from './matching.ts';
import { type Offer, offerFor } from './offer.ts';
import { byRank, byReasons, inTurns } from './order.ts';
import { bytesOf, MAX_MATCHING_BYTES, pageOf } from './page.ts';
import type { Question } from './question.ts';
import type { Histories } from './rank.ts';
import { reasonsFor } from './reasons.ts';
import { tellProduct } from './tell-product.ts';

/** Nothing of an answer rests on it: whoever asks next may have it. */
const memories = new WeakMap<Catalogue, Memory>();

/** Moves with every change of a criterion, a weight or the order: a kept matching tells its rule. */
export const MATCHING_RULE_VERSION = 2;

/**
 * A page of every product for one need on one day: those that fit by points (of 100), then those of which something
 * is not known, then the others, both by the number of their reasons. Neutral: equal terms stand by product id,
 * whatever the order in which products came; what a bank pays is not asked.
 */
export function match({
  need,
  applicant,
  catalogue,
  lpr,
  asOf,
  page,
  histories = {},
}: {
  readonly need: Need;
  readonly applicant: Applicant;
  readonly catalogue: Catalogue;
  readonly lpr: readonly LprFixing[];
  readonly asOf: BusinessDate;
  readonly page: MatchingPage;
  readonly histories?: Histories;
}): Matching {
  assert(need.status !== 'withdrawn', 'a withdrawn need is never matched');
  const fixing = lprOn(lpr, asOf);
  const question = { need, applicant, asOf, ...(fixing && { fixing }) };
  const memory = memories.get(catalogue) ?? usedAgain();
  memories.set(catalogue, memory);
  const judged = judgeCatalogue(catalogue, question, memory);
  const standing = standingOf(judged, memory);
  const offered = ranked(offersOf(catalogue, standing, question, histories), page.diverse);
  const reasons = reasonsFor(judged, question);
  const offers = new Map(offered.map((offer) => [offer.row, offer]));
  const frame = {
    need: need.id,
    edition: need.edition,
    code: need.code,
    asOf,
    ruleVersion: MATCHING_RULE_VERSION,
    ...(typeof applicant.facts.points === 'number' && { points: applicant.facts.points }),
    counts: countsOf(standing),
    gaps: gapsOf(judged, standing, question),
  };
  return {
    ...frame,
    ...pageOf({
      order: orderOf(standing, offered, page.verdict),
      idOf: (row) => catalogue.products[row]?.id,
      tell: tellProduct({ catalogue, question, standing, offers, reasons }),
      reasons,
      page,
      room: MAX_MATCHING_BYTES - bytesOf(frame),
    }),
  };
}

function offersOf(
  { products }: Catalogue,
  standing: Standing,
  question: Question,
  histories: Histories,
): readonly Offer[] {
  const offerOf = offerFor(question, histories);
  return products.flatMap((product, row) =>
    verdictAt(standing, row) === 'yes' ? offerOf(product, row) : [],
  );
}

const ranked = (offers: readonly Offer[], diverse = false): readonly Offer[] => {
  const best = offers.toSorted(byRank);
  return diverse ? inTurns(best) : best;
};

/** Those that fit, those of which something is not known, the others; or one of the three. */
const orderOf = (
  standing: Standing,
  offered: readonly Offer[],
  only: Verdict | undefined,
): readonly number[] => [
  ...(only === undefined || only === 'yes' ? offered.map(({ row }) => row) : []),
  ...(only === undefined || only === 'unknown' ? byReasons(standing, 'unknown') : []),
  ...(only === undefined || only === 'no' ? byReasons(standing, 'no') : []),
];

function countsOf(standing: Standing): Matching['counts'] {
  const counts = { yes: 0, unknown: 0, no: 0 };
  for (const row of standing.reasons.keys()) counts[verdictAt(standing, row)] += 1;
  return counts;
}
