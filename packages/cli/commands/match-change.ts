import { needId, type ProductId, productId } from '#domain/ids';
import type { ProductChange } from '#domain/matching/nearest/product-change';
import type { BusinessDate } from '#domain/time';
import { changePlain } from '#platform/change-plain';
import { changeText } from '#platform/change-text';
import { findingText } from '#platform/finding-text';
import { unknownApplicant } from '#platform/match-plain';
import { asker } from '../asker.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { readNeedFile, readProductFile } from '../market-file.ts';
import { Misuse } from '../misuse.ts';
import { misuseOf } from '../parsed.ts';
import { readId } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';

type Asked = {
  readonly need: string | undefined;
  readonly products: string | undefined;
  readonly product: string;
  readonly data: string;
  readonly asOf: BusinessDate | undefined;
  readonly json: boolean;
};

/** The nearest change of one product, of files or of the store. */
export async function tellChange({
  need,
  products,
  product,
  data,
  asOf,
  json,
}: Asked): Promise<void> {
  if (need === undefined) throw new Misuse('--change asks for --need');
  const wanted = readId('--change', 'product', productId, product);
  const change =
    products === undefined
      ? await withPlatform(storeOf(data, asOf), async ({ platform }) =>
          granted(
            await platform.readChange(asker, {
              need: readId('--need', 'need', needId, need),
              product: wanted,
            }),
          ),
        )
      : await ofFiles({ need, products, wanted, asOf });
  await (json ? writeJson(change) : writeOut(renderChange(change)));
}

async function ofFiles({
  need: path,
  products: file,
  wanted,
  asOf,
}: {
  readonly need: string;
  readonly products: string;
  readonly wanted: ProductId;
  readonly asOf: BusinessDate | undefined;
}): Promise<ProductChange> {
  const { value, place } = readNeedFile(path);
  const { need, applicant = unknownApplicant(need) } = value;
  const product = (await readProductFile(file)).find(({ id }) => id === wanted);
  if (!product) throw new Misuse(`${file} has no product ${wanted}`);
  const change = changePlain({ need, applicant, product, asOf });
  if (!change.ok) throw misuseOf(place, [change.refusal]);
  return change.value;
}

function renderChange(change: ProductChange): string {
  const name = `${change.bankName} ${change.name}`;
  if (change.outcome === 'fits') return `✓ ${name}: fits as it is`;
  if (change.outcome === 'change')
    return [
      `→ ${name}: fits after ${change.changes.length === 1 ? 'this change' : 'these changes'} (effort ${change.effort})`,
      ...change.changes.map((one) => `    ${changeText(one, language())}`),
    ].join('\n');
  return [
    `✗ ${name}: no change soon, for this stands in the way`,
    ...change.inTheWay.map((finding) => `    ${findingText(finding, language())}`),
    ...change.hints.map(({ missing }) => `    ${missing} points more would help`),
  ].join('\n');
}
