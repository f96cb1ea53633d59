import { SYSTEM } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { Instant } from '#domain/time';
import type { Platform } from './platform.ts';

export type SweepStep = {
  readonly name: string;
  /** Idempotent; ends by itself soon after `stopAt` and goes on from there the next time. */
  readonly work: (platform: Platform, stopAt: Instant | undefined) => Promise<Outcome<object>>;
};

/** What falls due by time alone, every hour, one after the other. */
export const sweepSteps: readonly SweepStep[] = [
  {
    name: 'checkpointAudit',
    work: (platform, stopAt) => platform.checkpointAudit(SYSTEM, { ...(stopAt && { stopAt }) }),
  },
  { name: 'expireConsents', work: expireConsents },
  { name: 'expireIdentities', work: (platform) => platform.expireIdentities(SYSTEM, {}) },
  // Once a week; the other hours find its figures there.
  {
    name: 'monitorScores',
    work: (platform, stopAt) => platform.monitorScores(SYSTEM, { ...(stopAt && { stopAt }) }),
  },
  // Once a day.
  {
    name: 'countFirms',
    work: (platform, stopAt) => platform.countFirms(SYSTEM, { ...(stopAt && { stopAt }) }),
  },
  { name: 'beginCards', work: (platform) => platform.beginCards(SYSTEM, {}) },
  {
    name: 'compareChallengers',
    work: (platform, stopAt) => platform.compareChallengers(SYSTEM, { ...(stopAt && { stopAt }) }),
  },
];

/** A minute's work or two; what is left, the next hour finds. */
const MAX_STRETCHES = 50;

async function expireConsents(platform: Platform): Promise<Outcome<{ readonly moved: number }>> {
  let moved = 0;
  let after: string | undefined = '';
  for (let stretch = 0; stretch < MAX_STRETCHES && after !== undefined; stretch += 1) {
    const done = await platform.expireConsents(SYSTEM, { after });
    if (!done.ok) return done;
    moved += done.value.moved;
    after = done.value.next;
  }
  return accept({ moved });
}

export type Swept = { readonly step: string; readonly outcome: Outcome<object> | Error };

/** One sweep, step by step; a step that fails keeps none of the others from its work. */
export async function* sweep(
  platform: Platform,
  { stopAt, steps = sweepSteps }: { readonly stopAt?: Instant; readonly steps?: typeof sweepSteps },
): AsyncGenerator<Swept> {
  for (const { name, work } of steps)
    yield { step: name, outcome: await tried(() => work(platform, stopAt)) };
}

async function tried(work: () => Promise<Outcome<object>>): Promise<Outcome<object> | Error> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

export const wentWell = ({ outcome }: Swept): boolean => !(outcome instanceof Error) && outcome.ok;
