import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogues } from '#domain/credit/catalogues';
import { checkOf, type ListEntry, listHits, listOf, mayList } from '#domain/credit/lists/list-hits';
import {
  LIST_RULE_VERSION,
  listActions,
  listTypeOf,
  listTypes,
} from '#domain/credit/lists/list-type';
import { usesOf } from '#domain/credit/uses';
import type { RecordId } from '#domain/ids';
import { date } from '#domain/time';
import { anyDay, anyEntries, aUsable, since } from '../a-usable.ts';

const DAY = date('2026-05-15');
const one = (told: Partial<ListEntry>, day = DAY) =>
  listHits([['record' as RecordId, aUsable(told)]], day);

test('every list has its own id, and lists that are told are named in both languages', () => {
  expect(new Set(listTypes.map(({ id }) => id)).size).toBe(listTypes.length);
  expect(listTypes.length).toBeGreaterThanOrEqual(30);
  for (const { zh, en, authority } of listTypes)
    expect([zh, en, authority].every((text) => text.length > 0)).toBe(true);
});

/** domain.md C10. */
test.each([
  ['dishonest_debtor', 'hard_stop'],
  ['grave_tax_violation', 'hard_stop'],
  ['serious_market_violation', 'hard_stop'],
  ['migrant_wage_arrears', 'hard_stop'],
  ['work_safety', 'hard_stop'],
  ['illegal_fundraising', 'hard_stop'],
  ['licence_revoked', 'hard_stop'],
  ['deregistered', 'hard_stop'],
  ['liquidation', 'hard_stop'],
  ['abnormal_operation', 'manual'],
  ['tax_abnormal', 'manual'],
  ['tax_arrears', 'manual'],
  ['attention_list', 'manual'],
  ['judgment_debtor', 'manual'],
  ['customs', 'information'],
  ['statistics', 'information'],
])('%s: %s', (id, action) => {
  expect(listTypeOf(id)?.action).toBe(action);
});

test('every catalogue that lists by itself names a list that there is', () => {
  for (const { list } of Object.values(catalogues))
    if (list && 'type' in list) expect(listTypeOf(list.type)).toBeDefined();
  expect(listTypeOf('toString')).toBeUndefined();
});

test.each<[string, Partial<ListEntry>, string | undefined]>([
  ['a dishonest debtor', { catalogue: 'dishonest-debtor' }, 'dishonest_debtor'],
  [
    'one removed today',
    { catalogue: 'dishonest-debtor', ...since('2026-01-01', '2026-05-15') },
    'dishonest_debtor',
  ],
  [
    'one removed yesterday',
    { catalogue: 'dishonest-debtor', ...since('2026-01-01', '2026-05-14') },
    undefined,
  ],
  ['one listed tomorrow', { catalogue: 'dishonest-debtor', ...since('2026-05-16') }, undefined],
  ['a list by name', { catalogue: 'serious-dishonesty-list', list: 'work_safety' }, 'work_safety'],
  [
    'a list by a name nobody knows',
    { catalogue: 'serious-dishonesty-list', list: 'moon' },
    undefined,
  ],
  ['a list without its name', { catalogue: 'serious-dishonesty-list' }, undefined],
  ['a fine', {}, undefined],
  ['a broken commitment', { catalogue: 'commitment-keeping' }, 'attention_list'],
  [
    'one made good yesterday',
    { catalogue: 'commitment-keeping', ...since('2026-05-01', '2026-05-14') },
    undefined,
  ],
  [
    'one of more than a year ago',
    { catalogue: 'commitment-keeping', ...since('2025-05-14') },
    undefined,
  ],
  ['a kept commitment', { catalogue: 'commitment-keeping', severity: 'none' }, undefined],
  [
    'declared data nobody looked at',
    { catalogue: 'self-declared', verification: 'unverified' },
    undefined,
  ],
  [
    'declared data found false',
    { catalogue: 'self-declared', verification: 'false', foundFalseOn: date('2026-05-10') },
    'attention_list',
  ],
  [
    'a repaired listing',
    { catalogue: 'dishonest-debtor', withdrawn: { on: DAY, by: 'case_one', why: 'repaired' } },
    undefined,
  ],
])('%s: %s', (_, told, type) => {
  expect(one(told).map((hit) => hit.type)).toEqual(type === undefined ? [] : [type]);
});

test('a hit tells its record, its days and the objection that is open', () => {
  expect(
    one({
      catalogue: 'dishonest-debtor',
      disputedBy: 'case_two',
      ...since('2026-01-01', '2026-12-31'),
    }),
  ).toEqual([
    {
      type: 'dishonest_debtor',
      action: 'hard_stop',
      record: 'record',
      since: '2026-01-01',
      until: '2026-12-31',
      disputedBy: 'case_two',
    },
  ]);
});

test('the list of a record is its catalogue’s, or the one that its field names', () => {
  expect(listOf(catalogues['dishonest-debtor'], {})).toBe('dishonest_debtor');
  expect(listOf(catalogues['serious-dishonesty-list'], { list_type: 'customs' })).toBe('customs');
  expect(listOf(catalogues['serious-dishonesty-list'], { list_type: 'moon' })).toBeUndefined();
  expect(listOf(catalogues.honour, {})).toBeUndefined();
});

test('hits stand gravest first, and neither order nor withdrawn records change them', () => {
  fc.assert(
    fc.property(anyEntries, anyDay, (entries, day) => {
      const hits = listHits(entries, day);
      const grades = hits.map(({ action }) => listActions.indexOf(action));
      expect(grades).toEqual(grades.toSorted((a, b) => a - b));
      expect(listHits(entries.toReversed(), day)).toEqual(hits);
      expect(
        listHits(
          entries.filter(([, { withdrawn }]) => !withdrawn),
          day,
        ),
      ).toEqual(hits);
    }),
  );
});

test('what hits stands in a catalogue that may list, and is shared save where a declaration was false', () => {
  fc.assert(
    fc.property(anyEntries, anyDay, (entries, day) => {
      const byId = new Map(entries);
      for (const { record, type } of listHits(entries, day)) {
        const entry = byId.get(record);
        expect(entry && mayList(catalogues[entry.catalogue])).toBe(true);
        if (entry && type !== 'attention_list') expect(usesOf(entry, day).shared).toBe(true);
      }
    }),
  );
});

test.each([
  ['nothing', [], undefined, 'clear'],
  ['nothing, an operating firm', [], 'operating', 'clear'],
  ['nothing, moved out', [], 'moved_out', 'clear'],
  ['nothing, revoked', [], 'revoked', 'hard_stop'],
  ['nothing, cancelled', [], 'cancelled', 'hard_stop'],
  [
    'information',
    one({ catalogue: 'serious-dishonesty-list', list: 'customs' }),
    'operating',
    'information',
  ],
  ['manual', one({ catalogue: 'abnormal-operation' }), 'operating', 'manual'],
  ['manual, revoked', one({ catalogue: 'abnormal-operation' }), 'revoked', 'hard_stop'],
  ['hard', one({ catalogue: 'dishonest-debtor' }), undefined, 'hard_stop'],
])('%s: %s', (_, hits, status, verdict) => {
  expect(checkOf(hits, status)).toMatchObject({ verdict, hits, ruleVersion: LIST_RULE_VERSION });
});
