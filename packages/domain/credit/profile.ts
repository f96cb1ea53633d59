import { assert } from '../assert.ts';
import type { RecordId, UnifiedCode } from '../ids.ts';
import type { BusinessDate } from '../time.ts';
import type { CatalogueId } from './catalogue.ts';
import { catalogues } from './catalogues.ts';
import { type ListHit, listHits } from './lists/list-hits.ts';
import type { Content, CreditRecord, Severity, Standing } from './record.ts';
import { usesOf } from './uses.ts';

/** What a firm's profile keeps of one record: enough to fold the profile as of any day without the record. */
export type ProfileEntry = Pick<
  CreditRecord,
  'catalogue' | 'occurredOn' | 'severity' | 'validity'
> &
  Standing & {
    /** Rows inside a packed record. */
    readonly lines?: number;
    /** Fen: what the record's own sums of money come to. */
    readonly amount?: number;
    /** Where the record names its list by a field. */
    readonly list?: string;
    /** Of a registration: what tells the firm apart. */
    readonly firm?: { readonly name: string; readonly status: string; readonly district?: string };
  };

/** Every record of a firm by its id, in small; written in the commit that writes the record. */
export type ProfileEntries = Readonly<Record<RecordId, ProfileEntry>>;

export type CatalogueProfile = {
  readonly records: number;
  readonly latestOn: BusinessDate;
  readonly lines?: number;
  readonly amount?: number;
};

/** A firm's credit on one page, as of a day: what may be shared of it, counted. */
export type Profile = {
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
  readonly firm?: NonNullable<ProfileEntry['firm']>;
  readonly catalogues: Readonly<Partial<Record<CatalogueId, CatalogueProfile>>>;
  /** Records in use that speak of a fault. */
  readonly severities: Readonly<Record<Exclude<Severity, 'none'>, number>>;
  /** The lists on which the firm stands that day. */
  readonly lists: readonly ListHit[];
  /** Records in use against which an objection is open. */
  readonly disputed: readonly RecordId[];
};

const SUMS = ['amount', 'fine_amount', 'confiscated_amount'] as const;

/** The entry of a record; of equal records equal, whatever their history. */
export function entryOf(record: CreditRecord): ProfileEntry {
  const { catalogue, occurredOn, severity, validity, content, lines } = record;
  const { disputedBy, withdrawn, verification, foundFalseOn } = record;
  const amounts = SUMS.map((field) => content[field]).filter((sum) => typeof sum === 'number');
  const list = listNamed(record);
  return {
    catalogue,
    occurredOn,
    severity,
    validity,
    ...(disputedBy !== undefined && { disputedBy }),
    ...(withdrawn && { withdrawn }),
    ...(verification && { verification }),
    ...(foundFalseOn && { foundFalseOn }),
    ...(lines && { lines: lines.length }),
    ...(amounts.length > 0 && { amount: amounts.reduce((all, sum) => all + sum, 0) }),
    ...(list !== undefined && { list }),
    ...(catalogue === 'enterprise-registration' && { firm: firmOf(content) }),
  };
}

function listNamed({ catalogue, content }: CreditRecord): string | undefined {
  const { list } = catalogues[catalogue];
  const named = list && 'field' in list ? content[list.field] : undefined;
  return typeof named === 'string' ? named : undefined;
}

/** A register that is silent on the status speaks of firms in operation. */
const firmOf = ({ name, status, district }: Content): NonNullable<ProfileEntry['firm']> => ({
  name: String(name),
  status: String(status ?? 'operating'),
  ...(typeof district === 'string' && { district }),
});

/** Folds the profile of a day from the entries, in whatever order they came. */
export function profileOf(of: {
  readonly code: UnifiedCode;
  readonly entries: ProfileEntries;
  readonly asOf: BusinessDate;
}): Profile {
  const { code, entries, asOf } = of;
  const all = (Object.entries(entries) as [RecordId, ProfileEntry][]).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const used = all.filter(([, entry]) => usesOf(entry, asOf).shared);
  const count = (severity: Severity) =>
    used.filter(([, entry]) => entry.severity === severity).length;
  const firm = used.find(([, entry]) => entry.firm)?.[1].firm;
  return {
    code,
    asOf,
    ...(firm && { firm }),
    catalogues: Object.fromEntries(
      [...Map.groupBy(used, ([, { catalogue }]) => catalogue)].map(([catalogue, group]) => [
        catalogue,
        catalogueProfile(
          group.map(([, entry]) => entry),
          asOf,
        ),
      ]),
    ),
    severities: { minor: count('minor'), general: count('general'), serious: count('serious') },
    lists: listHits(all, asOf),
    disputed: used.filter(([, { disputedBy }]) => disputedBy !== undefined).map(([id]) => id),
  };
}

/** The day of a packed record is the end of its period, which may lie ahead. */
const latest = (entries: readonly ProfileEntry[], asOf: BusinessDate): BusinessDate => {
  const [last] = entries.map(({ occurredOn }) => occurredOn).toSorted((a, b) => (a < b ? 1 : -1));
  assert(last !== undefined, 'a group has an entry');
  return last < asOf ? last : asOf;
};

function catalogueProfile(entries: readonly ProfileEntry[], asOf: BusinessDate): CatalogueProfile {
  const lines = entries.reduce((all, entry) => all + (entry.lines ?? 0), 0);
  const amounts = entries.flatMap(({ amount }) => amount ?? []);
  return {
    records: entries.length,
    latestOn: latest(entries, asOf),
    ...(lines > 0 && { lines }),
    ...(amounts.length > 0 && { amount: amounts.reduce((all, amount) => all + amount, 0) }),
  };
}
