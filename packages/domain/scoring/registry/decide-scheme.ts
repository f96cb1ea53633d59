import { accept, type Outcome, refuse } from '../../refusal.ts';
import { sortedJson } from '../../sorted-json.ts';
import { checkScheme } from '../check-scheme.ts';
import type { Scorecard } from '../scorecard.ts';
import { citySegments, type SegmentScheme } from '../segments.ts';
import {
  type Done,
  type DoneOn,
  decideVersionMove,
  drafted,
  type VersionMove,
} from './decide-version.ts';
import { type SchemeVersion, schemeIdOf } from './scheme-version.ts';

type Cards = readonly Pick<Scorecard, 'id'>[];

/**
 * A scheme enters the registry as a draft, over all cards that may come to score with it. The same again is the
 * same; a version that is there never becomes another, nor does the one that the platform comes with. Refuses:
 * scheme_differs, scheme_faulty (the first fault and its place).
 */
export function decideSchemeDraft(
  kept: SchemeVersion | undefined,
  entering: { readonly scheme: SegmentScheme; readonly hash: string; readonly cards: Cards },
  done: Done,
): Outcome<SchemeVersion> {
  const { scheme, hash, cards } = entering;
  const id = schemeIdOf(scheme);
  const own = id === schemeIdOf(citySegments) && sortedJson(scheme) !== sortedJson(citySegments);
  if (own || (kept && kept.hash !== hash))
    return refuse('scheme_differs', { field: 'scheme', actual: id });
  if (kept) return accept(kept);
  const refusal = schemeFault(scheme, cards);
  return refusal ?? accept({ id, scheme, hash, ...drafted(done) });
}

/**
 * One step of a scheme: see `decideVersionMove`. It begins on a day on which all its cards score; `cardsOn` tells
 * them. Refuses besides, last: scheme_faulty (card_absent and its place).
 */
export function decideSchemeMove(
  version: SchemeVersion,
  move: VersionMove,
  { cards, ...done }: DoneOn & { readonly cards: Cards },
): Outcome<SchemeVersion> {
  const moved = decideVersionMove('scheme', version, move, done);
  if (!moved.ok || move.action !== 'activate') return moved;
  return schemeFault(version.scheme, cards) ?? moved;
}

/** The first fault of a scheme as a refusal; undefined where it may choose. Refuses: scheme_faulty. */
export function schemeFault(
  scheme: SegmentScheme,
  cards: Cards,
): ReturnType<typeof refuse> | undefined {
  const [fault] = checkScheme(scheme, cards);
  return fault && refuse('scheme_faulty', { field: fault.at, actual: fault.code });
}
