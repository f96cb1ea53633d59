import * as z from 'zod';
import { cursorOf, readCursor } from '#platform/cursor';
import { MAX_PAGE } from '#usecases/ports';
import type { Paged, PageOf } from '#usecases/read';
import { wholeQuery } from './whole-query.ts';

export const DEFAULT_PAGE = 50;

const limit = wholeQuery(
  { min: 1, max: MAX_PAGE },
  `Items of a page at most; ${DEFAULT_PAGE} unless told.`,
).exactOptional();

const cursor = (position: RegExp) =>
  z
    .string()
    .transform((text, context) => {
      const after = readCursor(text);
      if (after !== undefined && position.test(after)) return after;
      const refusal = { code: 'cursor_wrong', expected: 'the `next` of a page before' };
      context.addIssue({ code: 'custom', params: { refusal } });
      return z.NEVER;
    })
    .exactOptional()
    .meta({ description: 'The `next` of the page before; absent for the first page.' });

/**
 * The query of a list. `position` is what the list's `next` looks like, so that the cursor of one list is
 * refused by another. Refuses: out_of_range, cursor_wrong.
 */
export const pagingOf = (position: RegExp) => z.strictObject({ limit, cursor: cursor(position) });

export const byCode = /^[0-9A-Z]{18}$/;
export const byRecord = /^[a-z-]+#[^\p{Cc}]+$/u;
export const byCount = /^\d{1,9}$/;
export const byId = (prefix: string) => new RegExp(`^${prefix}_[A-Za-z0-9.-]+$`);
export const byTime = (prefix: string) => new RegExp(`^[0-9T:.-]+Z#${prefix}_[A-Za-z0-9.-]+$`);
/** The number of a version of a product. */
export const byVersion = /^\d{4}$/;
export const byProductVersion = /^product_[A-Za-z0-9.-]+\.\d{1,4}$/;
/** The position in a ledger. */
export const byAccess = byTime('access');
/** The day until which something has to be done, then its id. */
export const byDue = (prefix: string) =>
  new RegExp(`^\\d{4}-\\d\\d-\\d\\d#${prefix}_[A-Za-z0-9.-]+$`);

type Paging = z.output<ReturnType<typeof pagingOf>>;

export const pageOf = ({ limit = DEFAULT_PAGE, cursor }: Paging): PageOf => ({
  limit,
  ...(cursor !== undefined && { after: cursor }),
});

export const paged = <Item>({ items, next }: Paged<Item>): Paged<Item> => ({
  items,
  ...(next !== undefined && { next: cursorOf(next) }),
});
