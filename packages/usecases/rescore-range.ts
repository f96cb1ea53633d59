import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import type { Instant } from '#domain/time';
import type { CodeRange } from './plan-rescoring.ts';
import { MAX_PAGE, type Ports } from './ports.ts';
import { scoreEnterprises } from './score-enterprises.ts';

/** What is left at `stopAt` is left for the next call. */
export type RescoreRange = CodeRange & { readonly stopAt?: Instant };
/** The next call goes on behind `after`. */
export type RangeScored = {
  readonly after: string;
  readonly scored: number;
  readonly finished: boolean;
};

/**
 * Scores the firms of a range as of today, page by page. Whoever is current is passed over, so a range that is done
 * twice, or by two at once, scores nobody twice and ends as if done once. Refuses what scoring refuses.
 */
export const rescoreRange = (ports: Ports) => {
  const score = scoreEnterprises(ports);
  return async (
    asker: Principal,
    { after, until, stopAt }: RescoreRange,
  ): Promise<Outcome<RangeScored>> => {
    const isWithin = (code: string) => until === '' || code <= until;
    let at = after;
    let scored = 0;
    for (;;) {
      const page = await ports.store.list('enterprises', 'all', {
        limit: MAX_PAGE,
        ...(at && { after: at }),
      });
      const codes = page.items.map(({ value }) => value.code).filter(isWithin);
      const outcome = await score(asker, codes);
      if (!outcome.ok) return outcome;
      scored += outcome.value.scored;
      at = codes.at(-1) ?? at;
      const isLast = page.next === undefined || page.next === until || !isWithin(page.next);
      if (isLast) return accept({ after: at, scored, finished: true });
      if (stopAt !== undefined && ports.now() >= stopAt)
        return accept({ after: at, scored, finished: false });
    }
  };
};
