import { accept, type Outcome, refuse } from '../../refusal.ts';
import { addDays, type BusinessDate, type Instant } from '../../time.ts';
import type { Registered, RegistryOf } from './registered.ts';
import { actionsOn, whyNot } from './registry-actions.ts';

export type Done = { readonly by: string; readonly at: Instant };
export type DoneOn = Done & { readonly today: BusinessDate };

export type VersionMove =
  | { readonly action: 'check' | 'approve' }
  | { readonly action: 'activate'; readonly from: BusinessDate }
  | { readonly action: 'retire' };

/** A version as it first enters the registry. */
export const drafted = ({ by, at }: Done) =>
  ({ status: 'draft', steps: [{ action: 'draft', by, at }] }) as const;

/**
 * One step of a version. Who approves has neither drafted nor checked it; a day on which it begins is not past.
 * Retired, it scores no more from the day on, and replays for ever. Refuses in this order: *_status_wrong,
 * *_same_person, out_of_range (from).
 */
export function decideVersionMove<Version extends Registered>(
  of: RegistryOf,
  version: Version,
  move: VersionMove,
  { by, at, today }: DoneOn,
): Outcome<Version> {
  const refusal = whyNot(of, move.action, version.status);
  if (refusal) return { ok: false, refusal };
  const earlier = version.steps.filter(
    (step) => step.action === 'draft' || step.action === 'check',
  );
  if (move.action === 'approve' && earlier.some((step) => step.by === by))
    return refuse(`${of}_same_person`, { field: 'approve', actual: by });
  const begun = version.activeFrom !== undefined && version.activeFrom <= today;
  if (move.action === 'activate' && (move.from < today || begun))
    return refuse('out_of_range', {
      field: 'from',
      expected: begun ? 'a version that has not begun' : `${today} or later`,
      actual: move.from,
    });
  return accept({
    ...version,
    status: actionsOn[move.action].to,
    steps: [...version.steps, { action: move.action, by, at }],
    ...(move.action === 'activate' && { activeFrom: move.from }),
    ...(move.action === 'retire' && version.activeFrom && { activeTo: addDays(today, -1) }),
  });
}

/** Whether a step changes who is scored how on the very day. */
export const movesScores = (
  { activeFrom }: Registered,
  { action }: VersionMove,
  today: BusinessDate,
): boolean =>
  (action === 'activate' || action === 'retire') && activeFrom !== undefined && activeFrom <= today;
