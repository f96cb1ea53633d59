import type { Principal } from '#domain/principal';
import { env } from './env.ts';

const callers = new WeakMap<Request, string>();

/** Whom the gateway has let in with this request: the ARN that signed it. */
export const letIn = (request: Request, arn: string): void => void callers.set(request, arn);

const NOBODY: Principal = { kind: 'office', id: 'not-signed-in' };
const ASKER = /^(office|bank|firm|department|public)\/([\w.@-]{1,64})$/;

/**
 * Who asks. Until there is sign-in: in the cloud the account's own caller, who works for the office; on one
 * machine, whose door is open, whoever the header `x-asker` says (`bank/bank_gusu`), since there one plays all
 * the parts, and what is written says that nobody signed in where it says nothing.
 */
export function askerOf(request: Request): Principal {
  const arn = callers.get(request);
  if (arn !== undefined) return { kind: 'office', id: arn.split(':').slice(5).join(':') };
  if (!env.OPEN_DOOR) return NOBODY;
  const [, kind, id] = ASKER.exec(request.headers.get('x-asker') ?? '') ?? [];
  return isKind(kind) && id !== undefined ? { kind, id } : NOBODY;
}

const isKind = (kind: string | undefined): kind is Principal['kind'] => kind !== undefined;
