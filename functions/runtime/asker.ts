import type { Principal } from '#domain/principal';

/**
 * Who asks. Until there is sign-in, whoever reaches the door works for the office, and what is written says
 * that nobody signed in; a cloud stage lets nobody reach the door without the account's own credentials.
 */
export const askerOf = (): Principal => ({ kind: 'office', id: 'not-signed-in' });
