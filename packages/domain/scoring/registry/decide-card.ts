import { accept, type Outcome, refuse } from '../../refusal.ts';
import { checkCard } from '../check-card.ts';
import type { Scorecard } from '../scorecard.ts';
import { type Registry, schemeWithout } from './card-set-on.ts';
import { type CardRole, type CardVersion, versionIdOf } from './card-version.ts';
import {
  type Done,
  type DoneOn,
  decideVersionMove,
  drafted,
  type VersionMove,
} from './decide-version.ts';

/**
 * A card enters the registry as a draft. The same again is the same; a version that is there never becomes
 * another. Refuses: card_faulty (the first fault and its place), card_differs.
 */
export function decideDraft(
  kept: CardVersion | undefined,
  entering: { readonly card: Scorecard; readonly hash: string; readonly role: CardRole },
  done: Done,
): Outcome<CardVersion> {
  const { card, hash, role } = entering;
  if (kept) {
    const same = kept.hash === hash && kept.role === role;
    return same
      ? accept(kept)
      : refuse('card_differs', { field: kept.hash === hash ? 'role' : 'card', actual: kept.id });
  }
  const [fault] = checkCard(card);
  if (fault) return refuse('card_faulty', { field: fault.at, actual: fault.code });
  return accept({ id: versionIdOf(card), card, hash, role, ...drafted(done) });
}

/**
 * One step of a card: see `decideVersionMove`. None that takes a card from the scheme that chooses, or that is to
 * choose one day. Refuses besides, last: card_in_use.
 */
export function decideCardMove(
  version: CardVersion,
  move: VersionMove,
  done: DoneOn,
  registry: Registry,
): Outcome<CardVersion> {
  const moved = decideVersionMove('card', version, move, done);
  if (!moved.ok) return moved;
  const after = registry.cards.map((one) => (one.id === version.id ? moved.value : one));
  const scheme = schemeWithout(registry, after, done.today);
  return scheme ? refuse('card_in_use', { field: move.action, actual: scheme.id }) : moved;
}
