import { expect, test } from 'vitest';
import { join } from '#platform/join';
import { memoryPorts } from '#test/support/memory-ports';
import { FIRM, OFFICE } from '#test/support/slice';

const terms = { id: 'batch_one', catalogue: 'honour', supplier: 'supplier_a' } as const;

test('rows are the same rows in whatever order their columns are written', async () => {
  const platform = join(memoryPorts().ports);
  const row = { code: FIRM, title: '专精特新', level: '省级', granted_on: '2025-01-01' };
  const turned = Object.fromEntries(Object.entries(row).reverse());
  const first = await platform.deliverRows(OFFICE, { ...terms, rows: [row] });
  const again = await platform.deliverRows(OFFICE, { ...terms, rows: [turned] });
  expect(first).toMatchObject({ ok: true, value: { created: true } });
  expect(again).toMatchObject({ ok: true, value: { created: false } });
  const other = await platform.deliverRows(OFFICE, { ...terms, rows: [row, row] });
  expect(other).toMatchObject({ ok: false, refusal: { code: 'batch_differs', field: 'rows' } });
});
