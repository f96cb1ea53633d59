import type { Principal } from '#domain/principal';

/** Whoever sits at this machine has the store itself in hand, and works for the credit office. */
export const asker: Principal = {
  kind: 'office',
  organisation: 'city',
  roles: ['system.operator'],
  id: 'xyd',
};
