import type { SegmentScheme } from '#domain/scoring/segments';
import type { CityScore, Platform, SlowerCard } from '#platform/platform';
import type { Language } from '#platform/sentences';
import { allPages } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { alignTable } from '../demo/width.ts';
import { language } from '../language.ts';
import { writeJson, writeOut } from '../write-out.ts';

/** Every firm by the cards in force, a line each; for people, how they lie over cards and grades. */
export async function tellCity(
  platform: Platform,
  { json, scheme }: { readonly json: boolean; readonly scheme: SegmentScheme | undefined },
): Promise<void> {
  const counts = new Map<string, number>();
  const slower = new Map<string, SlowerCard>();
  const pageAt = async (at: { readonly limit: number; readonly after?: string }) => {
    const outcome = await platform.scoreCity(asker, { ...at, ...(scheme && { scheme }) });
    if (outcome.ok) for (const card of outcome.value.slower) slower.set(card.id, card);
    return outcome;
  };
  for await (const page of allPages(pageAt))
    for (const firm of page) {
      if (json) await writeJson(firm);
      const place = placeOf(firm);
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  for (const card of slower.values()) process.stderr.write(`${slowerText(card, language())}\n`);
  if (json) return;
  const lines = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await writeOut(
    alignTable([
      ['card', 'grade', 'firms'],
      ...lines.map(([place, count]) => [...place.split(' '), count.toLocaleString('en')]),
    ]).join('\n'),
  );
}

const becauses = {
  no_kernel: {
    en: 'this machine runs no WebAssembly with SIMD',
    zh: '本机不支持 WebAssembly SIMD',
  },
  too_many_indicators: { en: 'it has over 128 indicators', zh: '指标超过 128 个' },
  too_many_vetoes: { en: 'it has over 31 vetoes', zh: '否决项超过 31 个' },
  points_beyond_tables: {
    en: 'some points lie beyond 0 to 1023',
    zh: '分值超出 0 至 1023',
  },
  veto_on_number: { en: 'a veto asks for a number', zh: '否决项针对数值' },
} as const satisfies Record<SlowerCard['because'], Record<Language, string>>;

/** Only the time that it takes is another: the scores are the same. */
export function slowerText({ id, version, because }: SlowerCard, told: Language): string {
  const reason = becauses[because][told];
  return told === 'zh'
    ? `评分卡 ${id} v${version} 评分较慢：${reason}。`
    : `Card ${id} v${version} scores more slowly: ${reason}.`;
}

const placeOf = ({ card, grade }: CityScore) => `${card.id} ${grade}`;
