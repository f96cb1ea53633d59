import * as z from 'zod';
import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import type { UnifiedCode } from '#domain/ids';
import type { Outcome, Refusal, RefusalCode } from '#domain/refusal';
import { refuse } from '#domain/refusal';
import { MAX_REFUSALS, type Parsed, parseBody } from '#platform/schemas/parse';

/** Parses an id of the path. Refuses: id_wrong. */
export function pathId<Id extends string>(
  parse: (text: string) => Id | undefined,
  text: string,
  prefix: string,
): Outcome<Id> {
  const id = parse(text);
  return id === undefined
    ? refuse('id_wrong', { field: 'id', expected: `${prefix}_…`, actual: text })
    : { ok: true, value: id };
}

/** What every code may be refused for. */
export const codeRefusals = [
  'code_wrong_length',
  'code_wrong_character',
  'code_wrong_prefix',
  'code_wrong_check_digit',
] as const satisfies readonly RefusalCode[];

/** Parses a code of the path. Refuses as `parseUnifiedCode`. */
export function pathCode(text: string): Outcome<UnifiedCode> {
  const parsed = parseUnifiedCode(text);
  return parsed.ok
    ? { ok: true, value: parsed.value }
    : refuse(parsed.refusal.code, { ...parsed.refusal, field: 'code' });
}

/**
 * A body whose id is that of the path; it may repeat it. Refuses: id_wrong, id_differs, and all faults that
 * `parseBody` finds.
 */
export function bodyUnder<Schema extends z.ZodObject>(
  id: Outcome<string>,
  schema: Schema,
  body: unknown,
): Parsed<z.output<Schema>> {
  if (!id.ok) return { ok: false, refusals: [id.refusal] };
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return parseBody(schema, body);
  if ('id' in body && body.id !== id.value) {
    const differs: Refusal = {
      code: 'id_differs',
      field: 'id',
      expected: id.value,
      actual: String(body.id),
    };
    return { ok: false, refusals: [differs] };
  }
  return parseBody(schema, { ...body, id: id.value });
}

/** Query parameters with all their values. */
export type Parameters = Readonly<Record<string, readonly string[]>>;

/** Parses query parameters. Refuses: wrong_type (one given twice), unknown_field, and what the schema refuses. */
export function parseQuery<Schema extends z.ZodObject>(
  schema: Schema,
  parameters: Parameters,
): Parsed<z.output<Schema>> {
  const twice = Object.entries(parameters).filter(([, values]) => values.length > 1);
  if (twice.length > 0)
    return {
      ok: false,
      refusals: twice.slice(0, MAX_REFUSALS).map(([field, values]) => ({
        code: 'wrong_type',
        field,
        expected: 'once',
        actual: String(values.length),
      })),
    };
  const single = Object.fromEntries(
    Object.entries(parameters).map(([name, [value]]) => [name, value]),
  );
  return parseBody(schema, single);
}

/** For operations that take none. */
export const NO_QUERY = z.strictObject({});
