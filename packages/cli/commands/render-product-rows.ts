import type { ProductRows, RefusedProduct } from '#platform/read-product-rows';
import { faultText } from '#platform/returned-products';
import type { Language } from '#platform/sentences';

/** Refused rows that people are shown; machines get them all. */
const MOST_SHOWN = 20;

type Drafted = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly created: boolean;
};

export const renderProductRows = (
  file: string,
  { taken, refused }: ProductRows,
  language: Language,
): string =>
  [`${file}: ${taken.length} lawful, ${refused.length} refused`, ...why(refused, language)].join(
    '\n',
  );

/** What became of each product, then why rows were refused. */
export function renderDrafted(
  file: string,
  { drafted, refused }: { drafted: readonly Drafted[]; refused: readonly RefusedProduct[] },
  language: Language,
): string {
  const written = drafted.filter(({ created }) => created);
  const same = drafted.length - written.length;
  return [
    `${file}: ${written.length} drafted, ${same} as they were, ${refused.length} refused`,
    ...written.map(({ id, version, status }) => `  ${id}.${version}  ${status}`),
    ...why(refused, language),
  ].join('\n');
}

function why(refused: readonly RefusedProduct[], language: Language): readonly string[] {
  const left = refused.length - MOST_SHOWN;
  return [
    ...(refused.length > 0 ? ['', 'Refused:'] : []),
    ...refused
      .slice(0, MOST_SHOWN)
      .flatMap(({ line, refusals }) =>
        refusals.map((fault) => `  line ${line}: ${faultText(fault, language)} [${fault.code}]`),
      ),
    ...(left > 0 ? [`  and ${left} more (--json shows them all)`] : []),
  ];
}
