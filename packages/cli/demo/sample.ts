import { guaranteeKinds, purposeKinds, unlawfulPurposeKinds } from '#domain/product/vocabulary';
import { findingText } from '#platform/finding-text';
import type { ProductMatchAnswer } from './answers.ts';
import type { SampleMatch } from './summary.ts';
import { moneyWords, rateWords, whyWords } from './wording.ts';

const purposeWords = { ...purposeKinds, ...unlawfulPurposeKinds };

/** Who asks for what, the best product with its reasons, the nearest other with all that it lacks. */
export function sampleLines({
  firm,
  need,
  points,
  eligible,
  best,
  misfit,
  findings,
}: SampleMatch): string[] {
  const offered = need.guarantees
    .map((guarantee) => guaranteeKinds[guarantee].en.toLowerCase())
    .join(' or ');
  const ceiling = need.rateCeiling === undefined ? '' : `, at most ${rateWords(need.rateCeiling)}`;
  return [
    `${firm} · ${points === undefined ? 'not scored' : `${points} points`}`,
    `  asks ${moneyWords(need.principal)} for ${need.term} months, ` +
      `${purposeWords[need.purpose].en.toLowerCase()}, ${offered}${ceiling}`,
    `  ${eligible === 1 ? '1 product fits' : `${eligible} products fit`}`,
    ...(best ? bestLines(best) : []),
    ...(misfit ? misfitLines(misfit, findings) : []),
  ];
}

function bestLines(match: ProductMatchAnswer): string[] {
  if (match.verdict !== 'yes') return [];
  return [
    `  ✓ ${match.bankName} ${match.name}: rank ${match.rank} with ${match.points} of 100, ` +
      `all in ${rateWords(match.allInRate)}`,
    ...whyWords(match.why).map((factor) => `      ${factor}`),
  ];
}

function misfitLines(match: ProductMatchAnswer, findings: SampleMatch['findings']): string[] {
  if (match.verdict === 'yes') return [];
  return [
    `  ✗ ${match.bankName} ${match.name}: does not fit`,
    ...match.reasons.flatMap((place) => {
      const finding = findings[place];
      return finding ? [`      ${findingText(finding, 'en')}`] : [];
    }),
  ];
}
