import { assert } from '#domain/assert';
import type { DataCategory } from '#domain/consent/data-categories';
import type { Under } from '#domain/consent/decide-read';
import type { ReadPurpose } from '#domain/consent/purposes';
import type { UnifiedCode } from '#domain/ids';
import type { AccessAction, AccessField } from '#domain/ledger/access';
import type { Principal } from '#domain/principal';
import { type Command, type Outcome, type Refusal, refuse } from '#domain/refusal';
import { type Given, lineOf } from './ledger-line.ts';
import { permitFor } from './permit-read.ts';
import type { Ports } from './ports.ts';
import { readingChange } from './reading-change.ts';

/** The categories that an answer may hold. */
export type Scope = readonly DataCategory[] | 'all';

/** What is asked about a firm, and, where a bank asks, under which consent and for which purpose. */
export type Asked = { readonly code: UnifiedCode; readonly under?: Under };

/** A read of a firm's credit, as `disclosing` has to know it. */
export type Disclosure<Input extends Asked, Answer> = {
  readonly action: AccessAction;
  readonly read: (asker: Principal, input: Input, scope: Scope) => Promise<Outcome<Answer>>;
  /** What a consent has to cover; `covered`: the answer is cut to what it covers · `free`: needs none. */
  readonly needs: (input: Input) => readonly DataCategory[] | 'covered' | 'free';
  readonly given: (answer: Answer) => {
    readonly fields: readonly AccessField[];
    readonly records: number;
    readonly versions: Readonly<Record<string, string>>;
    /** What the answer's hash is taken of; the answer itself unless told. */
    readonly content?: unknown;
  };
};

/**
 * Each lost try is somebody else's read under the same consent, or a move of it; a limit on reads stands long
 * before this one.
 */
const MAX_TRIES = 200;

/**
 * The one way by which a firm's credit leaves to an asker: the same command, which decides on the consent, and in
 * one commit counts the read under it and writes the line of the ledger, before anything is answered. Every request
 * counts as one read, each page of a list too. What is refused stands in the ledger and counts nothing. A firm that
 * reads of itself, the public, and the platform's own work are not in the ledger. Refuses: what `decideRead`
 * refuses, then what the read refuses, busy.
 */
export const disclosing =
  <Input extends Asked, Answer>(
    ports: Ports,
    disclosure: Disclosure<Input, Answer>,
  ): Command<Input, Answer> =>
  async (asker, input) => {
    const purpose = purposeOf(asker, disclosure.action, input);
    if (purpose === 'own') return disclosure.read(asker, input, 'all');
    const { needs, read, action, given } = disclosure;
    const now = ports.now();
    const told = needs(input);
    let loaded: Outcome<Answer> | undefined;
    for (let tried = 0; tried < MAX_TRIES; tried += 1) {
      const permit = await permitFor(ports, { asker, input, needs: told, now });
      // What a consent covers never changes, so that what was loaded once stays within it.
      if (permit.ok) loaded ??= await read(asker, input, permit.scope);
      const outcome = permit.ok ? loaded : no(permit.refusal);
      assert(outcome !== undefined, 'what is permitted has been read');
      const commit = lineOf(ports, {
        asker,
        action,
        input,
        now,
        purpose,
        asked: Array.isArray(told) ? told : [],
        permit,
        result: outcome.ok ? givenOf(outcome.value, given) : outcome.refusal.code,
      });
      const changes = outcome.ok
        ? [...permit.changes, ...(await readingChange(ports, asker, { code: input.code, now }))]
        : [];
      const result = await ports.store.commit({
        ...commit,
        changes: [...changes, ...commit.changes],
      });
      if (result === 'committed') return outcome;
    }
    return refuse('busy', { expected: 'the same request a moment later' });
  };

/** For what is read: `own` where nobody outside the firm reads, or nobody who is known. */
function purposeOf(
  { kind, organisation }: Principal,
  action: AccessAction,
  { code, under }: Asked,
): ReadPurpose | 'own' | undefined {
  if (kind === 'system' || kind === 'public') return 'own';
  if (kind === 'firm' && organisation === code) return 'own';
  if (action === 'checkEnterprise') return 'list_check';
  if (kind !== 'bank') return 'public_duty';
  return action === 'findFirms' ? 'finding' : under?.purpose;
}

const no = (refusal: Refusal): Outcome<never> => ({ ok: false, refusal });

function givenOf<Answer>(answer: Answer, given: Disclosure<Asked, Answer>['given']): Given {
  const { content = answer, ...rest } = given(answer);
  return { ...rest, content };
}
