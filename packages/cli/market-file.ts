import type { Applicant } from '#domain/matching/applicant';
import type { NeedTerms } from '#domain/need/need';
import type { Product } from '#domain/product/product';

import { needFileSchema } from '#platform/schemas/need-file';
import { parsed } from './parsed.ts';
import { readJson } from './read-json.ts';

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
        applicant: { hardStops: [], withheld: [], ...applicant, code: need.code },
      }),
    },
    place: path,
  };
}
