import fc from 'fast-check';
import { expect, test } from 'vitest';
import { remembered } from '#domain/credit/remembered';

test('what is remembered is what would be answered anew, however many texts there are', () => {
  const answer = (text: string) => (text.startsWith('1') ? undefined : text.length);
  const read = remembered(answer);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(read(text)).toBe(answer(text));
    }),
  );
  for (let text = 0; text < 10_000; text += 1)
    expect(read(String(text))).toBe(answer(String(text)));
});

test('a text is answered once', () => {
  let asked = 0;
  const read = remembered((text) => {
    asked += 1;
    return text.length;
  });
  expect([read('甲'), read('甲'), read('乙')]).toEqual([1, 1, 1]);
  expect(asked).toBe(2);
});
