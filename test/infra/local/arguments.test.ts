import { expect, test } from 'vitest';
import { startArguments } from '#infra/local/arguments';

test('without arguments: port 8080, the folder .data, kept, seed 1', () => {
  expect(startArguments([])).toEqual({ port: 8080, data: '.data', fresh: false, seed: 1 });
});

test('all that can be said', () => {
  expect(startArguments(['--port', '9000', '--data', '/tmp/x', '--fresh', '--seed=7'])).toEqual({
    port: 9000,
    data: '/tmp/x',
    fresh: true,
    seed: 7,
  });
});

test.each([
  [['--prot', '1'], '--prot'],
  [['city'], 'city'],
  [['--port'], '--port'],
  [['--port', '0'], '--port'],
  [['--port', '65536'], '--port'],
  [['--port', '80a'], '--port'],
  [['--seed', '-1'], '--seed'],
  [['--seed', '1.5'], '--seed'],
  [['--data', ''], '--data'],
  [['--fresh=yes'], '--fresh'],
])('%j is refused by name', (argv, named) => {
  expect(startArguments(argv)).toMatchObject({ fault: expect.stringContaining(named) });
});
