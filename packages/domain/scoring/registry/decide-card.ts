import { accept, type Outcome, refuse } from '../../refusal.ts';
import { addDays, type BusinessDate, type Instant } from '../../time.ts';
import { checkCard } from '../check-card.ts';
import type { Scorecard } from '../scorecard.ts';
import { cardActions, whyNotCard } from './card-actions.ts';
import { type CardRole, type CardVersion, versionIdOf } from './card-version.ts';

type Done = { readonly by: string; readonly at: Instant };

/**
 * A card enters the registry as a draft. The same again is the same; a version that is there never becomes
 * another. Refuses: card_faulty (the first fault and its place), card_differs.
 */
export function decideDraft(
  kept: CardVersion | undefined,
  drafted: { readonly card: Scorecard; readonly hash: string; readonly role: CardRole },
  { by, at }: Done,
): Outcome<CardVersion> {
  const { card, hash, role } = drafted;
  if (kept) {
    const same = kept.hash === hash && kept.role === role;
    return same
      ? accept(kept)
      : refuse('card_differs', { field: kept.hash === hash ? 'role' : 'card', actual: kept.id });
  }
  const [fault] = checkCard(card);
  if (fault) return refuse('card_faulty', { field: fault.at, actual: fault.code });
  return accept({
    id: versionIdOf(card),
    card,
    hash,
    role,
    status: 'draft',
    steps: [{ action: 'draft', by, at }],
  });
}

export type CardMove =
  | { readonly action: 'check' | 'approve' }
  | { readonly action: 'activate'; readonly from: BusinessDate }
  | { readonly action: 'retire' };

/**
 * One step of a version. Who approves has neither drafted nor checked it; a day on which it begins is not past.
 * Retired, it scores no more from the day on, and replays for ever. Refuses in this order: card_status_wrong,
 * card_same_person, out_of_range (from).
 */
export function decideCardMove(
  version: CardVersion,
  move: CardMove,
  { by, at, today }: Done & { readonly today: BusinessDate },
): Outcome<CardVersion> {
  const refusal = whyNotCard(move.action, version.status);
  if (refusal) return { ok: false, refusal };
  const earlier = version.steps.filter(
    (step) => step.action === 'draft' || step.action === 'check',
  );
  if (move.action === 'approve' && earlier.some((step) => step.by === by))
    return refuse('card_same_person', { field: 'approve', actual: by });
  const begun = version.activeFrom !== undefined && version.activeFrom <= today;
  if (move.action === 'activate' && (move.from < today || begun))
    return refuse('out_of_range', {
      field: 'from',
      expected: begun ? 'a version that has not begun' : `${today} or later`,
      actual: move.from,
    });
  return accept({
    ...version,
    status: cardActions[move.action].to,
    steps: [...version.steps, { action: move.action, by, at }],
    ...(move.action === 'activate' && { activeFrom: move.from }),
    ...(move.action === 'retire' && version.activeFrom && { activeTo: addDays(today, -1) }),
  });
}
