import type { Principal } from '#domain/principal';

/** Whoever sits at this machine works for the credit office; nobody signs in to a command line. */
export const asker: Principal = { kind: 'office', id: 'xyd' };
