import { type Granted, grantedTo, needsVerified, reaches } from '#domain/access/decide-access';
import type { Action } from '#domain/access/policy';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import { identityId } from '#domain/identity/identity';
import { identityStatusOn } from '#domain/identity/identity-rules';
import type { Party, Principal } from '#domain/principal';
import type { Command, Refusal } from '#domain/refusal';
import type { Ports } from './ports.ts';

type Owners = readonly Party[];

/**
 * Whose the thing is that a command is about: `of`, by what the input says; `kept`, by what is kept under its id
 * (undefined = nothing); `found`, by the answer itself. Where both `of` and `kept` are told, the asker must own
 * both: an id that another organisation has used is not theirs to write.
 */
export type Owned<Input, Answer> = {
  readonly of?: (input: Input) => Owners;
  readonly kept?: (input: Input) => Promise<Owners | undefined>;
  readonly found?: (answer: Answer) => Owners;
  /** What is answered of a thing that is not there, and of another organisation's alike. */
  readonly absent: (input: Input) => Refusal;
};

/**
 * The same command, which first asks the policy table. Refuses before anything else: sign_in_required, forbidden,
 * then of another organisation's thing what is refused where there is none, or id_taken where it is to be made;
 * then identity_not_verified, where the table wants the person's real name verified for their firm.
 */
export const guarding =
  (ports: Pick<Ports, 'store' | 'today'>) =>
  <Input, Answer>(
    action: Action,
    work: Command<Input, Answer>,
    owned?: Owned<NoInfer<Input>, NoInfer<Answer>>,
  ): Command<Input, Answer> =>
  async (asker, input) => {
    const access = grantedTo(asker, action);
    if (!access.ok) return access;
    const { granted } = access;
    const open = granted.any || granted.consented;
    const refusal =
      (owned && !open && (await whyForeign(owned, granted, asker, input))) ||
      (needsVerified(asker, action) && (await whyUnverified(ports, asker)));
    if (refusal) return { ok: false, refusal };
    if (owned === undefined || open) return work(asker, input);
    const outcome = await work(asker, input);
    if (!outcome.ok || !owned.found || reaches(granted, asker, owned.found(outcome.value)))
      return outcome;
    return { ok: false, refusal: owned.absent(input) };
  };

async function whyForeign<Input, Answer>(
  { of, kept, absent }: Owned<Input, Answer>,
  granted: Granted,
  asker: Principal,
  input: Input,
): Promise<Refusal | undefined> {
  if (of && !reaches(granted, asker, of(input))) return absent(input);
  if (!kept) return undefined;
  const owners = await kept(input);
  if (owners === undefined) return of ? undefined : absent(input);
  if (reaches(granted, asker, owners)) return undefined;
  return of ? { code: 'id_taken', field: 'id' } : absent(input);
}

/** An identity that has run out is none, whether or not the sweep has come by. */
async function whyUnverified(
  { store, today }: Pick<Ports, 'store' | 'today'>,
  { organisation, id }: Principal,
): Promise<Refusal | undefined> {
  const firm = parseUnifiedCode(organisation);
  const kept = firm.ok ? await store.get('identity', identityId(firm.value, id)) : undefined;
  const status = kept && identityStatusOn(kept.value, today());
  if (status === 'verified') return undefined;
  return {
    code: 'identity_not_verified',
    expected: 'PUT /v1/enterprises/{code}/identity',
    actual: status ?? 'none',
  };
}
