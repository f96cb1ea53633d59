import { expect, test } from 'vitest';
import type { CatalogueId } from '#domain/credit/catalogue';
import { catalogues } from '#domain/credit/catalogues';
import { prepareReader } from '#domain/credit/prepare-reader';
import { maskRow, unmaskRow } from '#domain/personal/mask-row';
import { personalColumns } from '#domain/personal/personal-columns';
import { WANG } from '#test/support/a-person';

function personalIn(catalogue: CatalogueId, columns: readonly string[], ignore: string[] = []) {
  const reader = prepareReader({ catalogue: catalogues[catalogue], columns, mapping: { ignore } });
  if (!reader.ok) throw new Error(JSON.stringify(reader.refusal));
  return columns.filter(personalColumns(catalogues[catalogue], [reader.value]));
}

test('columns of people are personal, whether they are read or left aside', () => {
  const columns = ['统一社会信用代码', '企业名称', '荣誉名称', '荣誉级别', '授予日期', '序号'];
  const people = ['法定代表人', '身份证号', '手机号'];
  expect(personalIn('honour', ['code', 'title', 'level', 'granted_on'])).toEqual([]);
  expect(
    personalIn('honour', ['code', 'title', 'level', 'granted_on', ...people], ['手机号']),
  ).toEqual(people);
  expect(columns.filter(personalColumns(catalogues.honour, []))).toEqual([]);
});

test('what was personal comes back whole, and is nowhere in what is kept', () => {
  const row = {
    line: 7,
    cells: {
      法定代表人: WANG.name,
      身份证号: WANG.idNumber,
      荣誉名称: `示范企业（联系人 ${WANG.phone}）`,
      日期: '2024-05-01',
      空: '',
    },
    raw: `x,${WANG.idNumber}`,
    refusals: [{ code: 'date_wrong', field: '日期', actual: WANG.idNumber } as const],
  };
  const isPersonal = (column: string) => column === '法定代表人' || column === '身份证号';
  const { row: kept, unmasked } = maskRow(row, isPersonal);
  for (const secret of Object.values(WANG)) expect(JSON.stringify(kept)).not.toContain(secret);
  expect(kept.cells['日期']).toBe('2024-05-01');
  expect(unmasked && unmaskRow(kept, unmasked)).toEqual({ ...row, refusals: kept.refusals });
});

test('a row without anybody in it is kept as it is, and nothing is sealed', () => {
  const row = {
    line: 2,
    cells: { code: 'not a code', title: '' },
    refusals: [{ code: 'required', field: 'title' } as const],
  };
  expect(maskRow(row, () => true)).toHaveProperty('unmasked.cells', { code: 'not a code' });
  expect(maskRow(row, () => false)).toEqual({ row });
});
