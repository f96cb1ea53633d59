import { usesOf } from '../credit/uses.ts';
import type { Facts } from './facts.ts';
import { fact, latestFirst, type Reading, textIn } from './reading.ts';

export function readHonours({ asOf, of, silenceMeansNone }: Reading): Facts {
  const held = of('honour').filter((record) => {
    const end = textIn(record.content, 'valid_to');
    return usesOf(record, asOf).scored && (end === undefined || asOf <= end);
  });
  if (held.length === 0 && !silenceMeansNone('honour')) return {};
  const high = held.filter((record) =>
    ['national', 'province'].includes(textIn(record.content, 'level') ?? ''),
  );
  return {
    ...fact('honours_in_force', held.length, latestFirst(held)),
    ...fact('high_level_honours_in_force', high.length, latestFirst(high)),
  };
}
