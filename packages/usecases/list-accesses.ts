import type { ReadPurpose } from '#domain/consent/purposes';
import type { ConsentId } from '#domain/ids';
import type { Access } from '#domain/ledger/access';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, type RefusalCode } from '#domain/refusal';
import type { BusinessDate } from '#domain/time';
import { MAX_PAGE, type Ports } from './ports.ts';
import type { Paged, PageOf } from './read.ts';

export type AccessesOn = PageOf & {
  readonly on: BusinessDate;
  readonly consent?: ConsentId;
  readonly purpose?: ReadPurpose;
  readonly result?: 'given' | RefusalCode;
};

/** Lines that one search looks through at most; whoever wants more goes on with `next`. */
export const MAX_SEARCHED = 2000;

/** The lines of a day that fit, newest first. A page may hold fewer than asked for, and still have a next. */
export const listAccessesOn =
  ({ store }: Ports) =>
  async (
    _asker: Principal,
    { on, limit, after, ...wanted }: AccessesOn,
  ): Promise<Outcome<Paged<Access>>> => {
    const found: Access[] = [];
    let next = after;
    for (let searched = 0; searched < MAX_SEARCHED; ) {
      const page = await store.list('accessesOn', on, {
        limit: Math.min(MAX_PAGE, limit),
        ...(next !== undefined && { after: next }),
      });
      for (const { value } of page.items) {
        if (fits(value, wanted)) found.push(value);
        if (found.length < limit) continue;
        const last = value === page.items.at(-1)?.value;
        const isEnd = last && page.next === undefined;
        return accept({ items: found, ...(!isEnd && { next: `${value.at}#${value.id}` }) });
      }
      searched += page.items.length;
      next = page.next;
      if (next === undefined) return accept({ items: found });
    }
    return accept({ items: found, ...(next !== undefined && { next }) });
  };

const fits = (
  { consent, purpose, result }: Access,
  wanted: Pick<AccessesOn, 'consent' | 'purpose' | 'result'>,
): boolean =>
  (wanted.consent === undefined || wanted.consent === consent) &&
  (wanted.purpose === undefined || wanted.purpose === purpose) &&
  (wanted.result === undefined || wanted.result === result);
