import fc from 'fast-check';
import { catalogueIds } from '#domain/credit/catalogue';
import type { ListEntry } from '#domain/credit/lists/list-hits';
import { seriousLists } from '#domain/credit/lists/serious-lists';
import type { RecordId } from '#domain/ids';
import { addDays, date } from '#domain/time';

/** A fine of 2026-05-01, in force without an end of its own. */
export const aUsable = (told: Partial<ListEntry> = {}): ListEntry => ({
  catalogue: 'administrative-penalty',
  occurredOn: date('2026-05-01'),
  severity: 'general',
  validity: { from: date('2026-05-01') },
  ...told,
});

/** An entry that is in force from a day on, and counts from then. */
export const since = (from: string, to?: string): Pick<ListEntry, 'occurredOn' | 'validity'> => ({
  occurredOn: date(from),
  validity: { from: date(from), ...(to !== undefined && { to: date(to) }) },
});

export const anyDay = fc
  .integer({ min: 0, max: 5_000 })
  .map((days) => addDays(date('2018-01-01'), days));

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

/** Any record of any catalogue, in any state that it may come to. */
export const anyUsable: fc.Arbitrary<ListEntry> = fc
  .record({
    catalogue: fc.oneof(
      fc.constantFrom(...catalogueIds),
      fc.constantFrom(
        'administrative-penalty' as const,
        'self-declared' as const,
        'commitment-keeping' as const,
        'serious-dishonesty-list' as const,
      ),
    ),
    severity: fc.constantFrom('none', 'minor', 'general', 'serious'),
    from: anyDay,
    length: maybe(fc.integer({ min: -1, max: 1_500 })),
    withdrawnOn: maybe(anyDay),
    disputed: fc.boolean(),
    verification: maybe(fc.constantFrom('unverified', 'verified', 'false')),
    foundFalseOn: maybe(anyDay),
    list: fc.constantFrom(...seriousLists.map(({ id }) => id)),
  })
  .map(
    ({
      from,
      length,
      withdrawnOn,
      disputed,
      verification,
      foundFalseOn,
      list,
      ...rest
    }): ListEntry => ({
      ...rest,
      list,
      occurredOn: from,
      validity: { from, ...(length !== undefined && { to: addDays(from, length) }) },
      ...(withdrawnOn && {
        withdrawn: { on: withdrawnOn, by: 'case_one', why: 'repaired' },
      }),
      ...(disputed && { disputedBy: 'case_two' }),
      ...(verification && { verification }),
      ...(foundFalseOn && rest.catalogue === 'self-declared' && { foundFalseOn }),
    }),
  );

export const anyEntries: fc.Arbitrary<readonly (readonly [RecordId, ListEntry])[]> = fc
  .array(anyUsable, { maxLength: 12 })
  .map((entries) =>
    entries.map((entry, index) => [`${entry.catalogue}/X/${index}` as RecordId, entry] as const),
  );
