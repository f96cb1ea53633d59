import * as z from 'zod';
import type { SchemeVersionId } from '#domain/ids';
import type { SegmentScheme } from '#domain/scoring/segments';
import type { Kept } from '#usecases/ports';
import { registered } from './registered.ts';
import { count, scalar, text } from './values.ts';

const scheme: z.ZodType<SegmentScheme> = z.object({
  id: z.string(),
  version: count,
  rules: z.array(
    z.object({
      id: z.string(),
      zh: z.string(),
      en: z.string(),
      card: z.string(),
      anyOf: z.array(
        z.union([
          z.strictObject({ fact: z.string(), is: z.array(scalar) }),
          z.strictObject({ unknown: z.array(z.string()) }),
        ]),
      ),
      source: z.string(),
    }),
  ),
});

type Schemes = 'scheme' | 'schemeVersion';

export const schemeSchemas: { readonly [K in Schemes]: z.ZodType<Kept[K]> } = {
  scheme: z.object({ hash: z.string(), scheme }),
  schemeVersion: z.object({ id: text<SchemeVersionId>(/^scheme_/), scheme, ...registered }),
};
