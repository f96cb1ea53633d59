import { randomBytes } from 'node:crypto';
import type { EventId } from '#domain/ids';
import type { Ports } from '#usecases/ports';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** ULIDs: ten characters of time, sixteen of chance; they sort by time of making, to the millisecond. */
export const newEventId: Ports['newEventId'] = () =>
  (digits(Date.now(), 10) +
    [...randomBytes(16)].map((byte) => ALPHABET[byte & 31]).join('')) as EventId;

const digits = (value: number, width: number): string =>
  width === 0
    ? ''
    : digits(Math.floor(value / ALPHABET.length), width - 1) + ALPHABET[value % ALPHABET.length];
