import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';

/** Who asks, by the request's token; without one, the public. Refuses: token_wrong. */
export type Authenticate = (request: Request) => Promise<Outcome<Principal>>;
