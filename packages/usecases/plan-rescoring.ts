import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { MAX_PAGE, type Page, type Ports } from './ports.ts';

/** Firms in the order of their codes: those behind `after` ('' = from the start) up to and with `until` ('' = to the end). */
export type CodeRange = { readonly after: string; readonly until: string };

/** A range of so many firms is scored in about half a minute: one call ends it, and what a killed one repeats is little. */
const FIRMS_PER_RANGE = 2_000;
/** What a state machine hands from step to step, 256 KiB, holds many times as many. */
const MAX_RANGES = 500;

/**
 * Cuts the city into ranges of about as many firms each, by reading its codes in their order: almost all codes of a
 * city begin alike, so no fixed partition of them would be even. Every code that there is, or that comes while the
 * ranges are scored, lies in exactly one. Where there would be more than `most`, ranges become twice as large.
 */
export const planRescoring =
  (ports: Ports) =>
  async (
    _asker: Principal,
    {
      firms = FIRMS_PER_RANGE,
      most = MAX_RANGES,
    }: { readonly firms?: number; readonly most?: number } = {},
  ): Promise<Outcome<readonly CodeRange[]>> => {
    let size = firms;
    let passed = 0;
    let cuts: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: Page<unknown> = await ports.store.list('enterprises', 'all', {
        limit: Math.min(MAX_PAGE, firms),
        ...(next && { after: next }),
      });
      next = page.next;
      passed += page.items.length;
      if (next === undefined || passed < size) continue;
      cuts.push(next);
      passed = 0;
      if (cuts.length < most) continue;
      // An odd `most` leaves firms behind the last cut that stays.
      passed = cuts.length % 2 === 0 ? 0 : size;
      cuts = cuts.filter((_, index) => index % 2 === 1);
      size *= 2;
    }
    return accept(['', ...cuts].map((after, index) => ({ after, until: cuts[index] ?? '' })));
  };
