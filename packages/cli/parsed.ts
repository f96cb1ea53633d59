import type * as z from 'zod';
import type { Refusal } from '#domain/refusal';
import { parseBody } from '#platform/schemas/parse';
import { sentence } from '#platform/sentences';
import { language } from './language.ts';
import { Misuse } from './misuse.ts';

/** What a person wrote, in the same words as over HTTP. Refuses by `Misuse` with the first fault. */
export function parsed<Schema extends z.ZodType>(
  place: string,
  schema: Schema,
  written: unknown,
): z.output<Schema> {
  const answer = parseBody(schema, written);
  if (answer.ok) return answer.value;
  throw misuseOf(place, answer.refusals);
}

/** `needs.json, item 3: … [code_wrong_length at code]`, and how many faults there are beside it. */
export function misuseOf(place: string, [first, ...others]: readonly Refusal[]): Misuse {
  if (!first) return new Misuse(`${place} has another form`);
  const where = first.field === undefined ? first.code : `${first.code} at ${first.field}`;
  const more = others.length > 0 ? `; faults beside it: ${others.length}` : '';
  return new Misuse(`${place}: ${sentence(first, language())} [${where}]${more}`);
}
