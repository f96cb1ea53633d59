import type { Case } from '#domain/case/case';
import { maskedNumbers } from '#domain/personal/find-personal';
import type { Principal } from '#domain/principal';
import { accept, type Command } from '#domain/refusal';
import type { Versioned } from './ports.ts';
import type { Paged } from './read.ts';

/** Who reads what a firm wrote as it wrote it: the firm, the office's people who decide, and the operator. */
export const readsWhole = (
  { kind, organisation, roles }: Principal,
  { code }: Pick<Case, 'code'>,
): boolean =>
  (kind === 'firm' && organisation === code) ||
  roles.includes('office.data') ||
  roles.includes('system.operator');

/** A case as the asker may see it: for others, ID and mobile numbers in what people wrote are masked. */
export function maskedCase(asker: Principal, filed: Case): Case {
  if (readsWhole(asker, filed)) return filed;
  return {
    ...filed,
    statement: maskedNumbers(filed.statement),
    evidence: filed.evidence.map(({ name, proves, ...rest }) => ({
      ...rest,
      name: maskedNumbers(name),
      proves: maskedNumbers(proves),
    })),
    ...masked(filed, 'accepted'),
    ...masked(filed, 'decided'),
    ...masked(filed, 'extended'),
  };
}

const masked = (filed: Case, step: 'accepted' | 'decided' | 'extended'): Partial<Case> => {
  const decision = filed[step];
  if (!decision) return {};
  const reasons = decision.reasons.map(({ note, ...rest }) => ({
    ...rest,
    ...(note !== undefined && { note: maskedNumbers(note) }),
  }));
  return { [step]: { ...decision, reasons } };
};

/** The same command, whose cases are masked for whoever asks. */
export const maskedFor = {
  one:
    <Input>(read: Command<Input, Versioned<Case>>): Command<Input, Versioned<Case>> =>
    async (asker, input) => {
      const found = await read(asker, input);
      return found.ok
        ? accept({ ...found.value, value: maskedCase(asker, found.value.value) })
        : found;
    },
  page:
    <Input>(read: Command<Input, Paged<Case>>): Command<Input, Paged<Case>> =>
    async (asker, input) => {
      const found = await read(asker, input);
      return found.ok
        ? accept({
            ...found.value,
            items: found.value.items.map((one) => maskedCase(asker, one)),
          })
        : found;
    },
};
