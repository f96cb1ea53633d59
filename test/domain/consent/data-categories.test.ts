import { expect, test } from 'vitest';
import {
  cataloguesIn,
  categoryOfCatalogue,
  dataCategories,
  dataCategoryIds,
} from '#domain/consent/data-categories';
import { consentPurposes, dutyPurposes } from '#domain/consent/purposes';
import { catalogueIds } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';

test('every catalogue has one category, and every category but the score has a catalogue', () => {
  expect(Object.keys(categoryOfCatalogue).sort()).toEqual([...catalogueIds].sort());
  expect(dataCategoryIds.filter((id) => cataloguesIn([id]).length === 0)).toEqual(['score']);
  expect([...cataloguesIn(dataCategoryIds)].sort()).toEqual([...catalogueIds].sort());
});

test('what is asked for as tax holds no invoices: they tell whom a firm trades with', () => {
  expect(cataloguesIn(['tax'])).not.toContain('vat-invoice');
});

test('catalogues of one kind of law do not lie in two categories, save where one tells much more', () => {
  const split = new Map<string, Set<string>>();
  for (const id of catalogueIds) {
    const { category } = catalogues[id];
    split.set(category, (split.get(category) ?? new Set()).add(categoryOfCatalogue[id]));
  }
  expect([...split].filter(([, of]) => of.size > 1).map(([category]) => category)).toEqual(['tax']);
});

test('no two categories, and no two purposes, share a name in either language', () => {
  for (const names of [
    Object.values(dataCategories),
    Object.values({ ...consentPurposes, ...dutyPurposes }),
  ])
    for (const language of ['zh', 'en'] as const)
      expect(new Set(names.map((name) => name[language])).size).toBe(names.length);
});
