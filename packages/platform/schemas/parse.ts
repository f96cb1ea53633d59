import type * as z from 'zod';
import { clip, clipped } from '#domain/clip';
import type { Refusal, RefusalCode } from '#domain/refusal';

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

/** Faults told of one body at most; who has more mends these first. */
export const MAX_REFUSALS = 100;
/** Levels of arrays and objects in a body. */
export const MAX_DEPTH = 16;

/**
 * Parses what a client sent; all its faults at once, in the order of the schema. Refuses: required,
 * wrong_type, too_long, out_of_range, number_wrong, money_negative, not_in_list, unknown_field, date_wrong,
 * id_wrong, code_*, malformed_json (nested too deep), encoding_unknown (half a character).
 */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): Parsed<z.output<Schema>> {
  const strange = strangeShape(body);
  if (strange) return { ok: false, refusals: [strange] };
  const parsed = schema.safeParse(body, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const refusals = parsed.error.issues.flatMap((issue) => refusalsOf(issue));
  return { ok: false, refusals: refusals.slice(0, MAX_REFUSALS) };
}

/** What zod would not mind: `__proto__` as a key, endless nesting, text that is none. */
function strangeShape(body: unknown): Refusal | undefined {
  const open: { value: unknown; path: readonly string[] }[] = [{ value: body, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && !value.isWellFormed()) return halfCharacter(path);
    if (value === null || typeof value !== 'object') continue;
    if (path.length >= MAX_DEPTH)
      return { code: 'malformed_json', expected: `at most ${MAX_DEPTH} levels` };
    if (Object.hasOwn(value, '__proto__'))
      return { code: 'unknown_field', field: clip([...path, '__proto__'].join('.')) };
    for (const [key, inner] of Object.entries(value)) {
      if (!key.isWellFormed()) return halfCharacter(path);
      open.push({ value: inner, path: [...path, key] });
    }
  }
  return undefined;
}

/** Half a surrogate pair is no text, and the store would keep another one in its place. */
const halfCharacter = (path: readonly string[]): Refusal => ({
  code: 'encoding_unknown',
  field: clip(path.join('.')),
  expected: 'UTF-8',
});

function refusalsOf(issue: z.core.$ZodIssue): readonly Refusal[] {
  const field = clip(issue.path.map(String).join('.'));
  const at = field === '' ? {} : { field };
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'unknown_field',
      field: clip([...issue.path, key].map(String).join('.')),
    }));
  if (issue.code === 'custom' && isRefusal(issue.params?.refusal))
    return [clipped({ ...issue.params.refusal, ...at })];
  const expected = expectedOf(issue);
  const code = codeOf(issue);
  return [
    {
      code,
      ...at,
      ...(expected !== undefined && { expected }),
      ...(code !== 'required' && { actual: actualOf(issue) }),
    },
  ];
}

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value;

function codeOf(issue: z.core.$ZodIssue): RefusalCode {
  if (issue.message === 'money_negative') return 'money_negative';
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'required';
      if (typeof issue.input !== 'number') return 'wrong_type';
      if (issue.expected === 'int') return 'number_wrong';
      return issue.expected === 'number' ? 'out_of_range' : 'wrong_type';
    case 'too_big':
      return isNumeric(issue.origin) ? 'out_of_range' : 'too_long';
    case 'too_small':
      return isNumeric(issue.origin) ? 'out_of_range' : 'required';
    case 'invalid_value':
      return issue.input === undefined ? 'required' : 'not_in_list';
    case 'invalid_union':
      return unionCode(issue);
    case 'invalid_key':
      return 'unknown_field';
    case 'invalid_format':
      return 'not_in_list';
    case 'not_multiple_of':
      return 'number_wrong';
    default:
      return 'wrong_type';
  }
}

const isNumeric = (origin: string) => origin === 'number' || origin === 'int';

/** Of a choice by `kind` the kind is at fault; of a cell, its type or a number that is not exact. */
function unionCode(issue: z.core.$ZodIssueInvalidUnion): RefusalCode {
  if (issue.discriminator !== undefined)
    return kindOf(issue) === undefined ? 'required' : 'not_in_list';
  if (typeof issue.input === 'string') return 'too_long';
  return typeof issue.input === 'number' ? 'out_of_range' : 'wrong_type';
}

const kindOf = ({ discriminator, input }: z.core.$ZodIssueInvalidUnion): unknown =>
  typeof input === 'object' && input !== null && discriminator !== undefined
    ? Object.entries(input).find(([key]) => key === discriminator)?.[1]
    : input;

function expectedOf(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : issue.expected;
    case 'too_big':
      return `${issue.inclusive === false ? '<' : '<='} ${issue.maximum}`;
    case 'too_small':
      return `${issue.inclusive === false ? '>' : '>='} ${issue.minimum}`;
    case 'invalid_value':
      return issue.values.map(String).join(', ');
    case 'invalid_format':
      return 'pattern' in issue ? issue.pattern : issue.format;
    default:
      return undefined;
  }
}

function actualOf(issue: z.core.$ZodIssue): string {
  const { input } = issue;
  if (Array.isArray(input)) return issue.code === 'too_big' ? String(input.length) : 'array';
  if (input === null) return 'null';
  if (typeof input === 'object') return 'object';
  return clip(String(input));
}
