import * as z from 'zod';
import type { CaseReason, Evidence } from '#domain/case/case';
import { listSchema, textSchema } from './values.ts';

const MAX_PAPERS = 20;
const MAX_REASONS = 10;

const paper = z.strictObject({
  name: textSchema(200),
  proves: textSchema(500),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .exactOptional()
    .meta({ description: 'SHA-256 of the paper, in hex.' }),
}) satisfies z.ZodType<Evidence>;

const reason = z.strictObject({
  code: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,62}$/)
    .meta({ description: "Of the office's own table." }),
  note: textSchema(500).exactOptional(),
}) satisfies z.ZodType<CaseReason>;

/** Papers laid before the office, or none. */
export const papersSchema = z.array(paper).max(MAX_PAPERS);
/** Papers laid before the office; at least one. */
export const evidenceSchema = listSchema(paper, MAX_PAPERS);
/** Why the office found as it did; at least one. */
export const reasonsSchema = listSchema(reason, MAX_REASONS);
