import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPmml } from '#adapters/pmml/read-pmml';
import { writePmml } from '#adapters/pmml/write-pmml';
import type { OpenCard, OpenIndicator } from '#domain/scoring/open-card';
import type { Bin } from '#domain/scoring/scorecard';
import { attributeOf, indicatorsOf, pointsOf } from '#lab/points';
import { principalReasons } from '#lab/principal-reasons';

const points = fc.integer({ min: -500, max: 1000 });
const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .filter((one) => ![...one].some((character) => character < ' ') && one.isWellFormed())
  .filter((one) => !/[\ufffe\uffff]/.test(one));

const ranges = fc
  .uniqueArray(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((cut) => cut + 0),
    { maxLength: 5 },
  )
  .chain((cuts) =>
    fc.array(points, { minLength: cuts.length + 1, maxLength: cuts.length + 1 }).map((given) => {
      const sorted = cuts.toSorted((a, b) => a - b);
      return given.map((one, place): Bin => {
        const [from, to] = [sorted[place - 1], sorted[place]];
        return {
          ...(from !== undefined && { from }),
          ...(to !== undefined && { to }),
          points: one,
        };
      });
    }),
  );
const words = fc
  .uniqueArray(text, { minLength: 1, maxLength: 6 })
  .chain((all) =>
    fc
      .tuple(fc.integer({ min: 1, max: all.length }), points, points)
      .map(([at, first, second]): Bin[] => [
        { is: all.slice(0, at), points: first },
        ...(at < all.length ? [{ is: all.slice(at), points: second }] : []),
      ]),
  );
const truths = fc.tuple(points, points).map(([yes, no]): Bin[] => [
  { is: [true], points: yes },
  { is: [false], points: no },
]);

const indicator = (id: string) =>
  fc
    .record({
      zh: text,
      en: text,
      bins: fc.oneof(ranges, words, truths),
      missing: points,
      other: fc.option(points, { nil: undefined }),
      reason: text.filter((one) => one !== ''),
      reasonZh: text,
      reasonEn: text,
    })
    .map(
      ({ other, ...rest }): OpenIndicator => ({
        id,
        fact: `fact ${id} <&">`,
        ...rest,
        ...(other !== undefined && { other }),
      }),
    );

const cards = fc
  .record({
    zh: text,
    en: text,
    version: fc.integer({ min: 1, max: 99 }),
    initial: fc.option(fc.integer({ min: -100, max: 600 }), { nil: undefined }),
    first: fc
      .array(fc.constant(0), { minLength: 1, maxLength: 3 })
      .chain((all) => fc.tuple(...all.map((_, at) => indicator(`a${at}`)))),
    second: fc
      .array(fc.constant(0), { maxLength: 2 })
      .chain((all) => fc.tuple(...all.map((_, at) => indicator(`b${at}`)))),
    above: fc.boolean(),
    baseline: points,
  })
  .map(({ zh, en, version, initial, first, second, above, baseline }): OpenCard => {
    const dimensions = [
      { id: 'one', zh: '一', en: 'One', indicators: first },
      { id: 'two', zh: '二', en: 'Two', indicators: second },
    ];
    const ids = [...first, ...second].map(({ id }) => id);
    return {
      id: 'card',
      zh,
      en,
      version,
      ...(initial !== undefined && { initial }),
      dimensions,
      vetoes: [],
      bands: [
        { grade: 'A', from: 500 },
        { grade: 'B', from: 0 },
      ],
      ...(above && {
        counting: {
          used: true,
          algorithm: 'pointsAbove' as const,
          method: 'other' as const,
          baselines: Object.fromEntries(ids.map((id) => [id, baseline])),
        },
      }),
    };
  });

async function brought(card: OpenCard): Promise<OpenCard> {
  const written = writePmml({ card });
  if (!written.ok) throw new Error(written.place);
  const read = await readPmml(written.text);
  if (!read.ok) throw new Error(`${read.place}: ${read.expected}\n${written.text}`);
  return read.value.card;
}

test('a card that goes out as PMML comes back the same', async () => {
  await fc.assert(
    fc.asyncProperty(cards, async (card) => {
      expect(await brought(card)).toEqual(card);
    }),
  );
});

test('points and reasons are the same on both sides, of numbers, words, truths and nothing', async () => {
  const value = fc.oneof(fc.double({ noNaN: true }), text, fc.boolean(), fc.constant(undefined));
  await fc.assert(
    fc.asyncProperty(
      cards,
      fc.array(value, { minLength: 5, maxLength: 5 }),
      async (card, values) => {
        const back = await brought(card);
        const facts = Object.fromEntries(
          indicatorsOf(card).map(({ fact }, place) => [fact, values[place]]),
        );
        expect(pointsOf(back, facts)).toBe(pointsOf(card, facts));
        expect(principalReasons(back, facts)).toEqual(principalReasons(card, facts));
        for (const one of indicatorsOf(card))
          expect(attributeOf(one, facts[one.fact])).toBeLessThanOrEqual(one.bins.length + 1);
      },
    ),
  );
});

test('what only we know goes out and comes back beside it', async () => {
  const card: OpenCard = {
    id: 'c',
    version: 1,
    zh: '卡',
    en: 'Card',
    dimensions: [],
    vetoes: [],
    bands: [],
  };
  const section = { auc: 0.9, 中文: ['<&">', "'"] };
  const written = writePmml({ card, section });
  expect(written.ok && (await readPmml(written.text))).toMatchObject({ value: { section } });
});
