import { erased } from '../personal/sealed.ts';
import type { Identity } from './identity.ts';

/** What is left of an identity six months after its end: that there was one, and the masks of its numbers. */
export const eraseNumbers = ({ idNumber, phone, ...rest }: Identity): Identity => ({
  ...rest,
  idNumber: erased(idNumber),
  ...(phone && { phone: erased(phone) }),
});
