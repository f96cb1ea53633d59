import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Figure, isMet, renderFigures } from './figure.ts';
import { findingFirms } from './firms.ts';
import { engines, parseAndValidate } from './ingest/parse-and-validate.ts';
import { storing } from './ingest/storing.ts';
import { matching } from './match.ts';
import { scoring } from './score.ts';

async function inFolder<Answer>(work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const all = async (figures: AsyncIterable<Figure>) => {
  const found: Figure[] = [];
  for await (const figure of figures) found.push(figure);
  return found;
};

test('every engine gives the same answers as ours, row by row', async () => {
  const figures = await inFolder((folder) =>
    all(parseAndValidate(join(folder, 'penalties.csv'), { rows: 2_000, rounds: 1 })),
  );
  expect(figures.map(({ engine, answersEqual }) => [engine, answersEqual])).toEqual(
    engines.map(({ name }) => [name, true]),
  );
});

test('what a row costs to store is counted by the engine itself', async () => {
  const figures = await inFolder((folder) => all(storing(folder, 200)));
  const units = figures.filter(({ unit }) => unit === 'write units/row kept');
  expect(units).toHaveLength(3);
  for (const { value } of units) expect(value).toBeGreaterThan(0);
});

test('every engine scores alike, firm by firm', async () => {
  const sizes = {
    ...{ city: 1_500, sqlite: 1_500, plain: 300, rules: 5, profiles: 50, stored: 500 },
    ...{ rounds: 1, repetitions: 1 },
  };
  const figures = await all(scoring(sizes));
  const compared = figures.filter(({ answersEqual }) => answersEqual !== undefined);
  expect(compared.length).toBeGreaterThanOrEqual(4);
  for (const { engine, answersEqual } of compared)
    expect([engine, answersEqual]).toEqual([engine, true]);
});

test('every engine judges alike, product by product', async () => {
  const markets = [{ products: 120, needs: 4, rounds: 1 }];
  const figures = await all(matching({ markets, rules: 40, zen: 120, warmUp: 0 }));
  const compared = figures.filter(({ answersEqual }) => answersEqual !== undefined);
  expect(compared.length).toBeGreaterThanOrEqual(8);
  for (const { case: what, engine, answersEqual } of compared)
    expect([what, engine, answersEqual]).toEqual([what, engine, true]);
});

test('every engine finds the same firms for a product', async () => {
  const figures = await all(findingFirms({ firms: 3_000, products: 3, rounds: 1 }));
  const compared = figures.filter(({ answersEqual }) => answersEqual !== undefined);
  expect(compared.length).toBeGreaterThanOrEqual(4);
  for (const { engine, answersEqual } of compared)
    expect([engine, answersEqual]).toEqual([engine, true]);
});

test('a bench that is not known is answered with how to ask', async () => {
  const asking = promisify(execFile)(process.execPath, [
    new URL('bench.ts', import.meta.url).pathname,
    'nothing',
  ]);
  await expect(asking).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('bench ingest'),
  });
});

test('an aim is met by the ratio that it asks for, or by a value that does not pass it', () => {
  const figure = { bench: 'b', case: 'scoring', engine: 'xyd', value: 9, unit: 's', ratio: 3 };
  const aims: readonly Figure['aim'][] = [
    { atLeast: 3 },
    { atLeast: 3.1 },
    { atMost: 9 },
    { atMost: 8 },
  ];
  expect(aims.map((aim) => aim && isMet({ ...figure, aim }))).toEqual([true, false, true, false]);
  expect(isMet(figure)).toBeUndefined();
  expect(renderFigures([{ ...figure, aim: { atMost: 8 } }])).toContain('≤ 8 s NOT MET');
});

test('figures stand beneath each other', () => {
  const figure = { bench: 'b', case: 'reading', engine: 'xyd', value: 1234.5, unit: 'rows/s' };
  expect(renderFigures([{ ...figure, ratio: 5.123, answersEqual: true }])).toBe(
    [
      'case     engine  value  unit    ratio  answers',
      'reading  xyd     1,235  rows/s  5.12×  equal',
    ].join('\n'),
  );
});
