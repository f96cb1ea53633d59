import type { SegmentScheme } from '#domain/scoring/segments';
import type { CityScore, Platform } from '#platform/platform';
import { allPages } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { alignTable } from '../demo/width.ts';
import { writeJson, writeOut } from '../write-out.ts';

/** Every firm by the cards in force, a line each; for people, how they lie over cards and grades. */
export async function tellCity(
  platform: Platform,
  { json, scheme }: { readonly json: boolean; readonly scheme: SegmentScheme | undefined },
): Promise<void> {
  const counts = new Map<string, number>();
  for await (const page of allPages((at) =>
    platform.scoreCity(asker, { ...at, ...(scheme && { scheme }) }),
  ))
    for (const firm of page) {
      if (json) await writeJson(firm);
      const place = placeOf(firm);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  if (json) return;
  const lines = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await writeOut(
    alignTable([
      ['card', 'grade', 'firms'],
      ...lines.map(([place, count]) => [...place.split(' '), count.toLocaleString('en')]),
    ]).join('\n'),
  );
}

const placeOf = ({ card, grade }: CityScore) => `${card.id} ${grade}`;
