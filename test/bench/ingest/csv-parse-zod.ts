import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { type Field, MAX_TEXT } from '#domain/credit/catalogue';
import { bytesOf, type Engine } from './engine.ts';
import { penalties } from './penalties.ts';
import {
  checkedUtf8,
  codeOf,
  dayOf,
  fieldOf,
  filled,
  isSumOff,
  isWhole,
  moneyOf,
  runsBackwards,
  spellingsOf,
} from './rules.ts';

/** As both manuals show it: a stream of records, each given to a schema that checks and transforms. */
export const csvParseZod: Engine = {
  name: 'csv-parse + zod',
  async read(path, witness) {
    const tally = { accepted: 0, warned: 0, refused: 0 };
    const records = Readable.from(checkedUtf8(bytesOf(path))).pipe(
      parse({
        columns: (header: string[]) => header.map((column) => fieldOf.get(column)?.id ?? column),
        relax_quotes: true,
        skip_records_with_error: true,
        on_skip: () => {
          tally.refused += 1;
          witness?.refused([]);
        },
      }),
    );
    for await (const record of records) {
      const { success, data, error } = penalty.safeParse(filled(record));
      if (success) {
        tally[data.code.isOdd || isSumOff(data) ? 'warned' : 'accepted'] += 1;
        const { code, ...content } = data;
        witness?.accepted(code.value, content);
      } else {
        tally.refused += 1;
        witness?.refused([...new Set(error.issues.map(({ path }) => String(path[0])))]);
      }
    }
    return tally;
  },
};

const whole = (text: string) => isWhole(text, false);
const orElse = <Value>(value: Value | undefined, context: z.RefinementCtx): Value => {
  if (value !== undefined) return value;
  context.addIssue({ code: 'custom' });
  return z.NEVER;
};

const schemaOf = (field: Field) => {
  const spellings = spellingsOf(field);
  if (field.type === 'date')
    return z
      .string()
      .refine(whole)
      .transform((text, context) => orElse(dayOf(text, field), context));
  if (field.type === 'money')
    return z
      .string()
      .refine(whole)
      .transform((text, context) => orElse(moneyOf(text, field), context));
  if (field.type === 'choice')
    return z.string().transform((text, context) => orElse(spellings.get(text), context));
  return z
    .string()
    .max(field.maxLength ?? MAX_TEXT)
    .refine((text) => isWhole(text, true));
};

const penalty = z
  .object({
    ...Object.fromEntries(
      penalties.fields
        .filter(({ id }) => id !== 'code')
        .map((field) => [field.id, field.required ? schemaOf(field) : schemaOf(field).optional()]),
    ),
    code: z.string().transform((text, context) => orElse(codeOf(text), context)),
  })
  .refine((row) => !runsBackwards(row), { path: ['display_until'] });
