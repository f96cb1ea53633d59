import type { Principal } from '#domain/principal';

const callers = new WeakMap<Request, string>();

/** Whom the gateway has let in with this request: the ARN that signed it. */
export const letIn = (request: Request, arn: string): void => void callers.set(request, arn);

const NOBODY: Principal = { kind: 'office', id: 'not-signed-in' };
const kinds = ['office', 'bank', 'firm', 'department', 'public'] as const;
const ID = /^[\w.@-]{1,64}$/;

/**
 * Who asks. Until there is sign-in: in the cloud the account's own caller, who works for the office; where the
 * door is open, as on one machine, whoever the header `x-asker` says (`bank/bank_gusu`), since there one plays
 * all the parts; and what is written says that nobody signed in where it says nothing.
 */
export function askerOf(request: Request, openDoor: boolean): Principal {
  const arn = callers.get(request);
  if (arn !== undefined) return { kind: 'office', id: arn.split(':').slice(5).join(':') };
  const [told, id, ...more] = (openDoor && request.headers.get('x-asker')?.split('/')) || [];
  const kind = kinds.find((one) => one === told);
  return kind && id !== undefined && ID.test(id) && more.length === 0 ? { kind, id } : NOBODY;
}
