import type { Scorecard } from '#domain/scoring/scorecard';
import { cityCards } from '#domain/scoring/segments';
import type { Language } from '#platform/sentences';

const sentences = new Map(cityCards.flatMap(sentencesOf));

/** The cards' own sentence for a reason; the code itself where an older card gave it. */
export const reasonText = (code: string, language: Language): string =>
  sentences.get(code)?.[language] ?? code;

function sentencesOf({ dimensions, vetoes }: Scorecard) {
  const indicators = dimensions.flatMap((dimension) => dimension.indicators);
  return [
    ...vetoes.map(({ code, zh, en }) => [code, { zh, en }] as const),
    ...indicators.map(({ reason, reasonZh: zh, reasonEn: en }) => [reason, { zh, en }] as const),
  ];
}
