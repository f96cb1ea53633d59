import { expect, test } from 'vitest';
import { mostSaid, placeOf } from '#domain/audit/audit-fault';

test('an altered item is called what most of it says, else what its first key says', () => {
  expect(mostSaid(['need/a/1', 'need/b/1', 'need/b/1'])).toBe('need/b/1');
  expect(mostSaid(['need/b/1', 'need/b/1', 'need/b/NaN'])).toBe('need/b/1');
  expect(mostSaid(['need/a/1', 'need/b/1'])).toBe('need/a/1');
  expect(mostSaid([])).toBeUndefined();
});

test('the number comes after the last slash, since ids of listings have slashes of their own', () => {
  expect(placeOf('need/need_1/12')).toEqual({ stream: 'need/need_1', seq: 12 });
  expect(placeOf('listing/whitelist_1/9132/3')).toEqual({
    stream: 'listing/whitelist_1/9132',
    seq: 3,
  });
  for (const wrong of ['', 'need/need_1/NaN', '12', 'need/12'])
    expect(placeOf(wrong)).toBeUndefined();
});
