import type { ProductId } from '#domain/ids';
import type { MatchedFirms, Reach } from '#domain/matching/firms/reach';
import type { BusinessDate } from '#domain/time';
import { findingName } from '#platform/finding-text';
import { asker } from '../asker.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';

/** Things shown that keep firms out. */
const GAPS = 8;

/** One product of the store over its whole city: how many firms, what keeps others out, the best of those that fit. */
export async function matchFirms(terms: {
  readonly product: ProductId;
  readonly most: number;
  readonly data: string;
  readonly asOf?: BusinessDate | undefined;
  readonly json: boolean;
}): Promise<void> {
  const { product, most } = terms;
  await withPlatform(storeOf(terms.data, terms.asOf), async ({ platform }) => {
    const matched = granted(await platform.matchFirms(asker, { product, most }));
    await (terms.json ? writeJson(matched) : writeOut(render(matched)));
  });
}

const render = ({ reach, best }: MatchedFirms): string =>
  [
    headline(reach),
    ...reach.gaps
      .filter(({ alone }) => alone > 0)
      .toSorted((left, right) => right.alone - left.alone)
      .slice(0, GAPS)
      .map(
        ({ code, alone }) =>
          `  + ${alone} more ${alone === 1 ? 'firm fits' : 'firms fit'} but for: ${findingName(code, language())}`,
      ),
    ...best.map(
      ({ code, points }, place) =>
        `  ${place + 1}. ${code}  ${points === undefined ? 'not scored' : `${points} points`}`,
    ),
  ].join('\n');

const headline = ({ product, version, asOf, firms: { yes, unknown, no } }: Reach): string =>
  `${product}.${version} as of ${asOf}: ${yes} of ${yes + unknown + no} firms fit, ${unknown} may`;
