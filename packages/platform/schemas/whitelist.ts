import * as z from 'zod';
import { MAX_NAME } from '#domain/product/limits';
import { MAX_RULE_LIST } from '#domain/whitelist/check-rule';
import type { WhitelistTerms } from '#usecases/request-whitelist';
import {
  basisPointsSchema,
  districtSchema,
  industrySchema,
  listSchema,
  sizeSchema,
  textSchema,
  whitelistIdSchema,
  wholeSchema,
} from './values.ts';

const rule = z
  .strictObject({
    minPoints: wholeSchema({ min: 0, max: 1000 }, 'Points of the score.'),
    minCoverage: basisPointsSchema({ min: 0, max: 10_000 }).exactOptional(),
    minAgeMonths: wholeSchema({ min: 0, max: 1200 }, 'Months in business.').exactOptional(),
    districts: listSchema(districtSchema, MAX_RULE_LIST).exactOptional(),
    excludedIndustries: listSchema(industrySchema, MAX_RULE_LIST).exactOptional(),
    sizes: listSchema(sizeSchema, MAX_RULE_LIST).exactOptional(),
  })
  .meta({ description: 'Which firms the list takes in. All conditions must hold.' });

/** A recommended list (推荐名单) that one asks for. */
export const whitelistTermsSchema = z.strictObject({
  id: whitelistIdSchema,
  name: textSchema(MAX_NAME),
  rule,
}) satisfies z.ZodType<WhitelistTerms>;
