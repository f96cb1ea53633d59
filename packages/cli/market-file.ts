import type { Applicant } from '#domain/matching/applicant';
import type { NeedTerms } from '#domain/need/need';
import { checkProduct } from '#domain/product/check-product';
import type { Product } from '#domain/product/product';
import { needFileSchema } from '#platform/schemas/need-file';
import { productTermsSchema } from '#platform/schemas/product';
import { misuseOf, parsed } from './parsed.ts';
import { readJson, readJsonItems } from './read-json.ts';

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

/** Refuses by `Misuse`, naming file, index, code and field. */
export const readProductFile = async (path: string): Promise<readonly Product[]> =>
  readJsonItems(path).map((written, index) => {
    const place = `${path}, item ${index}`;
    const value = parsed(place, productTermsSchema, written);
    const faults = checkProduct(value);
    if (faults.length > 0) throw misuseOf(place, faults);
    return { ...value, version: 1, status: 'listed' };
  });
