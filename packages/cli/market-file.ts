import type { Applicant } from '#domain/matching/applicant';
import type { NeedTerms } from '#domain/need/need';
import type { Product } from '#domain/product/product';
import type { RefusedProduct } from '#platform/read-product-rows';
import { faultText } from '#platform/returned-products';
import { needTermsSchema } from '#platform/schemas/need';
import { needFileSchema } from '#platform/schemas/need-file';
import { language } from './language.ts';
import { Misuse } from './misuse.ts';
import { parsed } from './parsed.ts';
import { readProducts } from './product-file.ts';
import { readJson, readJsonItems } from './read-json.ts';
import { say } from './write-out.ts';

/** Something that a file told, and where. */
export type Told<Value> = { readonly value: Value; readonly place: string };

/** A need in a file, with what is known of its firm where that is told. Refuses by `Misuse`, naming code and field. */
export function readNeedFile(
  path: string,
): Told<{ readonly need: NeedTerms; readonly applicant?: Applicant }> {
  const { applicant, ...need } = parsed(path, needFileSchema, readJson(path));
  return {
    value: {
      need,
      ...(applicant && {
        applicant: {
          ...applicant,
          hardStops: applicant.hardStops ?? [],
          withheld: applicant.withheld ?? [],
          code: need.code,
        },
      }),
    },
    place: path,
  };
}

/** Needs to post, as over HTTP: an array, an object per line, or one object. Refuses by `Misuse`, naming the item. */
export const readNeedFiles = (path: string): readonly Told<NeedTerms>[] =>
  readJsonItems(path).map((written, index) => {
    const place = `${path}, item ${index}`;
    return { value: parsed(place, needTermsSchema, written), place };
  });

/** Refused rows that people are told. */
const MOST_TOLD = 20;

/**
 * The products of a file, those that are lawful; the others are told on standard error. Refuses by `Misuse`: a file
 * that cannot be read, or that holds no lawful product.
 */
export async function readProductFile(path: string): Promise<readonly Product[]> {
  const { taken, refused } = await readProducts(path);
  const left = refused.length - MOST_TOLD;
  const [first] = refused;
  if (taken.length === 0 && first) throw new Misuse(`${placeOf(path, first)} ${whyOf(first)}`);
  if (taken.length === 0) throw new Misuse(`${path} holds no product`);
  for (const row of refused.slice(0, MOST_TOLD)) say(`${placeOf(path, row)} ${whyOf(row)}`);
  if (left > 0) say(`${path}: ${left} products more are refused.`);
  return taken.map(({ product }) => product);
}

/** Items of JSON are counted from 0, as everywhere on the command line. */
const placeOf = (path: string, { line, cells }: RefusedProduct) =>
  Object.keys(cells).length > 0 ? `${path}, line ${line}:` : `${path}, item ${line - 1}:`;

const whyOf = ({ refusals }: RefusedProduct) =>
  refusals
    .map((fault) => {
      const where = fault.field === undefined ? fault.code : `${fault.code} at ${fault.field}`;
      return `${faultText(fault, language())} [${where}]`;
    })
    .join(' ');
