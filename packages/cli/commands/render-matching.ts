import type { Finding, Gap, Matching, ProductMatch } from '#domain/matching/matching';
import { findingName, findingText, requiredText } from '#platform/finding-text';
import { rateWords, whyWords } from '../demo/wording.ts';
import { language } from '../language.ts';

/** Products shown of those that fit, may fit, and do not; and of what stands in the way. */
const BEST = 5;
const OTHERS = 3;
const GAPS = 5;

/** A need: the best products with their reasons, the nearest others with all that they lack, what opens most. */
export function renderMatching({
  need,
  code,
  points,
  counts,
  gaps,
  products,
  findings,
}: Matching): string {
  const told = (verdict: ProductMatch['verdict'], most: number) =>
    products.filter((product) => product.verdict === verdict).slice(0, most);
  const shown = [...told('yes', BEST), ...told('unknown', OTHERS), ...told('no', OTHERS)];
  const all = counts.yes + counts.unknown + counts.no;
  return [
    `${need}  ${code} · ${points === undefined ? 'not scored' : `${points} points`} · ` +
      `${counts.yes} of ${all} products fit, ${counts.unknown} may`,
    ...shown.flatMap((product) => lines(product, findings)),
    ...gaps
      .filter(({ alone }) => alone > 0)
      .toSorted((left, right) => right.alone - left.alone)
      .slice(0, GAPS)
      .map(gapLine),
  ].join('\n');
}

function lines(product: ProductMatch, findings: readonly Finding[]): string[] {
  const name = `${product.bankName} ${product.name}`;
  if (product.verdict === 'yes')
    return [
      `  ✓ ${product.rank}. ${name}: all in ${rateWords(product.allInRate)} a year, ${product.points} of 100`,
      `      ${whyWords(product.why).join(', ')}`,
    ];
  return [
    `  ${product.verdict === 'no' ? '✗' : '?'} ${name}`,
    ...product.reasons.flatMap((place) => {
      const finding = findings[place];
      return finding ? [`      ${findingText(finding, language())}`] : [];
    }),
  ];
}

function gapLine({ code, alone, would }: Gap): string {
  const lacks = `  + ${alone} fit but for: ${findingName(code, language())}`;
  return would
    ? `${lacks}; ${would.products} with ${requiredText(code, would.required, language())}`
    : lacks;
}
