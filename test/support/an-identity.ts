import type { Identity, IdentityClaim } from '#domain/identity/identity';
import { maskedId, maskedMobile } from '#domain/personal/sealed';
import { date } from '#domain/time';
import { WANG } from './a-person.ts';
import { CODE, NOW } from './builders.ts';

/** Of 王建国 for the firm of the builders, verified, with ciphers and hashes of nothing. */
export const anIdentity = (told: Partial<Identity> = {}): Identity => ({
  code: CODE,
  person: 'wang',
  role: 'owner',
  name: WANG.name,
  idNumber: { cipher: 'cipher-id', hash: 'hash-id', masked: maskedId(WANG.idNumber) },
  phone: { cipher: 'cipher-phone', hash: 'hash-phone', masked: maskedMobile(WANG.phone) },
  method: 'registry_match',
  status: 'verified',
  evidence: { provider: 'bureau', reference: 'r-1' },
  reasons: [],
  ruleVersion: 1,
  requestedAt: NOW,
  decidedAt: NOW,
  validUntil: date('2027-03-01'),
  ...told,
});

export const claimOf = (told: Partial<IdentityClaim> = {}): IdentityClaim => ({
  code: CODE,
  ...WANG,
  method: 'registry_match',
  ...told,
});
