import type { ProductMatchAnswer } from './answers.ts';
import type { SampleMatch } from './summary.ts';
import {
  failureWords,
  guaranteeWords,
  moneyWords,
  purposeWords,
  rateWords,
  whyWords,
} from './wording.ts';

/** Who asks for what, the best product with its reasons, the nearest other with all that it lacks. */
export function sampleLines({ firm, need, points, eligible, best, misfit }: SampleMatch): string[] {
  const offered = need.guarantees.map((guarantee) => guaranteeWords[guarantee]).join(' or ');
  const ceiling = need.rateCeiling === undefined ? '' : `, at most ${rateWords(need.rateCeiling)}`;
  return [
    `${firm} · ${points === undefined ? 'not scored' : `${points} points`}`,
    `  asks ${moneyWords(need.principal)} for ${need.term} months, ` +
      `${purposeWords[need.purpose]}, ${offered}${ceiling}`,
    `  ${eligible === 1 ? '1 product fits' : `${eligible} products fit`}`,
    ...(best ? bestLines(best) : []),
    ...(misfit ? misfitLines(misfit) : []),
  ];
}

const bestLines = (match: ProductMatchAnswer): string[] => {
  const { rank = '?', points = '?' } = match;
  return [
    `  ✓ ${match.bankName} ${match.productName}: rank ${rank} with ${points} of 100`,
    ...whyWords(match).map((factor) => `      ${factor}`),
  ];
};

const misfitLines = ({ bankName, productName, failed = [] }: ProductMatchAnswer): string[] => [
  `  ✗ ${bankName} ${productName}: does not fit`,
  ...failed.map((criterion) => `      ${failureWords(criterion)}`),
];
