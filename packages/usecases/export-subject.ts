import { identityId } from '#domain/identity/identity';
import { shownIdentity } from '#domain/identity/shown-identity';
import type { UnifiedCode } from '#domain/ids';
import type { Need } from '#domain/need/need';
import { editionIds } from '#domain/need/need-edition';
import { isSealed } from '#domain/personal/sealed';
import { nameOfParty, type Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import type { Collection, Collections, IdOf, Ports } from './ports.ts';
import { listEventsOf } from './read-matching-event.ts';

/** `after` is the `next` of the part before. */
export type ExportAsked = { readonly code: UnifiedCode; readonly after?: string };

/** A line of the export: which kind of thing, and the thing. */
export type ExportLine = { readonly kind: string; readonly value: unknown };
export type Exported = { readonly lines: readonly ExportLine[]; readonly next?: string };

type Of = { readonly ports: Ports; readonly asker: Principal; readonly code: UnifiedCode };
type Part = { readonly values: readonly unknown[]; readonly next?: string };
type Source = { readonly kind: string; readonly read: (of: Of, after?: string) => Promise<Part> };

/** An answer of Lambda holds 6 MB, and a packed record alone may fill a good part of it. */
const PART_CHARACTERS = 1_000_000;
const PAGE = 20;

const whole =
  (read: (of: Of) => Promise<unknown>) =>
  async (of: Of): Promise<Part> => {
    const value = await read(of);
    return { values: value === undefined ? [] : [value] };
  };

/** A collection of the firm. */
const listed =
  <C extends Collection>(collection: C, of: (of: Of) => Collections[C]['of']) =>
  async (asked: Of, after?: string): Promise<Part> => {
    const { items, next } = await asked.ports.store.list(collection, of(asked), {
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    return {
      values: items.map(({ value }) => value),
      ...(next !== undefined && { next }),
    };
  };

/** What is kept beside the needs of a page, under ids that the needs tell. */
const besideNeeds =
  <K extends 'matching' | 'needEdition'>(kind: K, ids: (need: Need) => readonly IdOf[K][]) =>
  async ({ ports, code }: Of, after?: string): Promise<Part> => {
    const { items, next } = await ports.store.list('needsOfEnterprise', code, {
      limit: PAGE,
      ...(after !== undefined && { after }),
    });
    const found = await ports.store.getMany(
      kind,
      items.flatMap(({ value }) => ids(value)),
    );
    return {
      values: found.flatMap((one) => one?.value ?? []),
      ...(next !== undefined && { next }),
    };
  };

/**
 * Everything that is kept about a firm and the person who acts for it (个人信息保护法 §45, 征信业管理条例 §17), in
 * this order. A new kind that speaks of a firm gets its row here.
 */
export const exportSources: readonly Source[] = [
  {
    kind: 'enterprise',
    read: whole(async ({ ports, code }) => (await ports.store.get('enterprise', code))?.value),
  },
  { kind: 'record', read: listed('recordsOfEnterprise', ({ code }) => code) },
  {
    kind: 'score',
    read: whole(async ({ ports, code }) => (await ports.store.get('score', code))?.value),
  },
  {
    kind: 'listing',
    read: whole(async ({ ports, code }) => {
      const current = await ports.store.get('currentWhitelist', 'current');
      return (
        current && (await ports.store.get('listing', `${current.value.whitelist}/${code}`))?.value
      );
    }),
  },
  { kind: 'need', read: listed('needsOfEnterprise', ({ code }) => code) },
  { kind: 'needEdition', read: besideNeeds('needEdition', editionIds) },
  { kind: 'matching', read: besideNeeds('matching', ({ id }) => [id]) },
  { kind: 'eventNeed', read: eventNeeds },
  {
    kind: 'findability',
    read: whole(async ({ ports, code }) => (await ports.store.get('findability', code))?.value),
  },
  { kind: 'case', read: listed('casesOfEnterprise', ({ code }) => code) },
  { kind: 'identity', read: identities },
  { kind: 'consent', read: listed('consentsOfEnterprise', ({ code }) => code) },
  { kind: 'outcome', read: listed('outcomesOfEnterprise', ({ code }) => code) },
  { kind: 'access', read: listed('accessesOfEnterprise', ({ code }) => code) },
  {
    kind: 'notice',
    read: listed('noticesTo', ({ code }) => nameOfParty({ kind: 'firm', organisation: code })),
  },
  { kind: 'reading', read: listed('readersOf', ({ code }) => code) },
];

/** As the firm is told of them: outcomes once their event is assigned. */
async function eventNeeds({ ports, asker, code }: Of, after?: string): Promise<Part> {
  const page = { code, limit: PAGE, ...(after !== undefined && { after }) };
  const found = await listEventsOf(ports)(asker, page);
  if (!found.ok) return { values: [] };
  const { items, next } = found.value;
  return { values: items, ...(next !== undefined && { next }) };
}

/** Of others masked; of the person who asks with their own numbers, as long as they are kept. */
async function identities({ ports, asker, code }: Of, after?: string): Promise<Part> {
  const { items, next } = await ports.store.list('identitiesOfEnterprise', code, {
    limit: PAGE,
    ...(after !== undefined && { after }),
  });
  const values = await Promise.all(
    items.map(async ({ value }) => {
      const shown = shownIdentity(value, ports.today());
      if (identityId(value.code, value.person) !== identityId(code, asker.id)) return shown;
      const open = async (number: typeof value.phone) =>
        number && (isSealed(number) ? ports.vault.open(number) : number.masked);
      const phone = await open(value.phone);
      return { ...shown, idNumber: await open(value.idNumber), ...(phone && { phone }) };
    }),
  );
  return { values, ...(next !== undefined && { next }) };
}

/** One part of the export, from where the one before ended. Refuses: cursor_wrong. */
export const exportSubject =
  (ports: Ports) =>
  async (asker: Principal, { code, after }: ExportAsked): Promise<Outcome<Exported>> => {
    const start = after === undefined ? { at: 0 } : placeOf(after);
    if (!start || !exportSources[start.at])
      return refuse('cursor_wrong', { expected: 'the `next` of a part before' });
    const lines: ExportLine[] = [];
    let characters = 0;
    let { at, inside }: Place = start;
    for (let source = exportSources[at]; source; source = exportSources[at]) {
      const part = await source.read({ ports, asker, code }, inside);
      for (const value of part.values) {
        lines.push({ kind: source.kind, value });
        characters += JSON.stringify(value).length;
      }
      inside = part.next;
      if (inside === undefined) at += 1;
      if (characters >= PART_CHARACTERS && exportSources[at])
        return accept({ lines, next: `${at}#${inside ?? ''}` });
    }
    return accept({ lines });
  };

type Place = { readonly at: number; readonly inside?: string | undefined };

function placeOf(after: string): Place | undefined {
  const [, at, inside] = /^(\d{1,2})#(.*)$/s.exec(after) ?? [];
  if (at === undefined) return undefined;
  return { at: Number(at), ...(inside !== undefined && inside !== '' && { inside }) };
}
