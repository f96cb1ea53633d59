import { test } from 'vitest';
import { replay } from './replay.ts';
import { aCity } from './small-city.ts';
test.each([7, 2026, 1])('x %i', (seed) => {
  const { scores, listed, matchings } = replay(aCity(seed, 2000));
  console.log(seed, JSON.stringify(Object.fromEntries([...Map.groupBy(scores, (s) => s.grade)].map(([k, v]) => [k, v.length]).sort())), 'listed', listed, 'met', matchings.filter((m) => m.eligible > 0).length, 'median', matchings.map((m) => m.eligible).sort((a, b) => a - b)[150]);
});
