import type { Matching, ProductMatch } from '#domain/matching/matching';
import { failureWords, rateWords, whyWords } from '../demo/wording.ts';

/** Products shown of those that fit, and of those that do not. */
const BEST = 3;
const MISFITS = 3;

/** A need: the best products with their reasons, the nearest others with all that they lack. */
export function renderMatching({ need, code, points, eligible, products }: Matching): string {
  const fits = products.filter((product) => product.eligible).slice(0, BEST);
  const others = products.filter((product) => !product.eligible).slice(0, MISFITS);
  return [
    `${need}  ${code} · ${points === undefined ? 'not scored' : `${points} points`} · ` +
      `${eligible} of ${products.length} products fit`,
    ...[...fits, ...others].flatMap(lines),
  ].join('\n');
}

function lines(product: ProductMatch): string[] {
  const name = `${product.bankName} ${product.productName}`;
  if (!product.eligible)
    return [
      `  ✗ ${name}`,
      ...product.failed.map(({ criterion, required, actual }) => {
        const words = failureWords({ criterion, required: plain(required), actual: plain(actual) });
        return `      ${words}`;
      }),
    ];
  return [
    `  ✓ ${product.rank}. ${name}: about ${rateWords(product.expectedRate)}, ${product.points} of 100`,
    `      ${whyWords({ ...product, why: [...product.why] }).join(', ')}`,
  ];
}

const plain = <Value extends string | number>(
  limit: string | number | readonly Value[],
): string | number | Value[] => (typeof limit === 'object' ? [...limit] : limit);
