import { expect, test } from 'vitest';
import type { BatchId } from '#domain/ids';
import { join } from '#platform/join';
import { NOW } from '#test/support/builders';
import { memoryStore } from '#test/support/memory-store';
import { done, FIRM, type Files, OFFICE, slicePorts } from '#test/support/slice';

const BATCH: BatchId = 'batch_long';
const HEADER = 'code,direction,number,issued_on,amount,status';
const fileOf = (rows: number, amount = '100') =>
  [
    HEADER,
    ...Array.from(
      { length: rows },
      (_, index) => `${FIRM},sale,${index},2025-0${1 + (index % 9)}-01,${amount},valid`,
    ),
  ].join('\n');

async function cutOffAfterOneStretch(file: string) {
  const files: Files = new Map([[BATCH, file]]);
  const store = memoryStore();
  const platform = join(slicePorts(store, files));
  await done(
    platform.openBatch(OFFICE, { id: BATCH, catalogue: 'vat-invoice', supplier: 'supplier_tax' }),
  );
  // Time is up at once, so each call does one stretch.
  const step = () => done(platform.ingestBatch(OFFICE, { id: BATCH, stopAt: NOW }));
  expect(await step()).toMatchObject({ finished: false });
  const now = await done(platform.readBatch(OFFICE, BATCH));
  expect(now).toMatchObject({ status: 'ingesting', counts: { delivered: 5_000 } });
  return { files, step };
}

test('a batch that ran out of time goes on from its checkpoint', async () => {
  const { step } = await cutOffAfterOneStretch(fileOf(7_000));
  expect(await step()).toMatchObject({
    finished: true,
    batch: { status: 'completed', counts: { delivered: 7_000, unlinked: 7_000 } },
  });
});

test.each([
  ['other rows', fileOf(7_000, '101')],
  ['fewer rows', fileOf(4_000)],
  ['no rows', HEADER],
])(
  'a file with %s in place of the one half ingested is refused, not mixed in',
  async (_, other) => {
    const { files, step } = await cutOffAfterOneStretch(fileOf(7_000));
    files.set(BATCH, other);
    expect(await step()).toMatchObject({
      finished: true,
      batch: {
        status: 'refused',
        counts: { delivered: 5_000 },
        refusal: { code: 'batch_differs', field: 'file' },
      },
    });
  },
);
