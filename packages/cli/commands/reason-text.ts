import { expertCard } from '#domain/scoring/expert-card';
import type { Scorecard } from '#domain/scoring/scorecard';
import type { Language } from '#platform/sentences';

const card: Scorecard = expertCard;

/** The card's own sentence for a reason; the code itself where an older card gave it. */
export function reasonText(code: string, language: Language): string {
  const indicator = card.dimensions
    .flatMap(({ indicators }) => indicators)
    .find(({ reason }) => reason === code);
  if (indicator) return language === 'zh' ? indicator.reasonZh : indicator.reasonEn;
  const veto = card.vetoes.find((one) => one.code === code);
  return veto?.[language] ?? code;
}
