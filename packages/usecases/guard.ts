import { type Granted, grantedTo, reaches } from '#domain/access/decide-access';
import type { Action } from '#domain/access/policy';
import type { Party, Principal } from '#domain/principal';
import type { Command, Refusal } from '#domain/refusal';

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
 * then of another organisation's thing what is refused where there is none, or id_taken where it is to be made.
 */
export const guarded =
  <Input, Answer>(
    action: Action,
    work: Command<Input, Answer>,
    owned?: Owned<NoInfer<Input>, NoInfer<Answer>>,
  ): Command<Input, Answer> =>
  async (asker, input) => {
    const access = grantedTo(asker, action);
    if (!access.ok) return access;
    const { granted } = access;
    if (owned === undefined || granted.any || granted.consented) return work(asker, input);
    const refusal = await whyForeign(owned, granted, asker, input);
    if (refusal) return { ok: false, refusal };
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
