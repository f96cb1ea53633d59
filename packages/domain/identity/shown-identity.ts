import type { BusinessDate } from '../time.ts';
import type { Identity } from './identity.ts';
import { identityStatusOn } from './identity-rules.ts';

/** An identity as anybody is shown it: masks in the place of numbers, and the status of the day. */
export type ShownIdentity = Omit<Identity, 'idNumber' | 'phone'> & {
  readonly idNumber: string;
  readonly phone?: string;
};

export function shownIdentity(identity: Identity, today: BusinessDate): ShownIdentity {
  const { idNumber, phone, ...rest } = identity;
  return {
    ...rest,
    status: identityStatusOn(identity, today),
    idNumber: idNumber.masked,
    ...(phone && { phone: phone.masked }),
  };
}
