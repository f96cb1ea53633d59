import { fnv } from '../fnv.ts';
import type { BankId } from '../ids.ts';
import type { EntrantNeed, Preference } from './participants.ts';

/**
 * Banks as a need would have them: by points, and those of equal points by a lot that hangs on the event, the need
 * and the bank. No bank can buy a tie, and none wins them all by its name.
 */
export const byPreference =
  (event: string, { id: need }: Pick<EntrantNeed, 'id'>) =>
  (a: Preference, b: Preference): number =>
    b.points - a.points ||
    lot(event, need, a.bank) - lot(event, need, b.bank) ||
    (a.bank < b.bank ? -1 : 1);

type Ranked = Pick<EntrantNeed, 'id' | 'submittedAt'> & { readonly points: number };

/** Needs as a bank would take them: by points, then whoever posted first, then by id. */
export const byPriority = (a: Ranked, b: Ranked): number =>
  b.points - a.points || compare(a.submittedAt, b.submittedAt) || compare(a.id, b.id);

const lot = (event: string, need: string, bank: BankId) => fnv(`${bank} ${event} ${need}`);

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
