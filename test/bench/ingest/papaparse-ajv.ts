import { Readable } from 'node:stream';
import { Ajv, type FuncKeywordDefinition } from 'ajv';
import Papa from 'papaparse';
import { type Field, MAX_TEXT } from '#domain/credit/catalogue';
import type { Content } from '#domain/credit/record';
import { bytesOf, type Engine } from './engine.ts';
import { penalties } from './penalties.ts';
import {
  type Code,
  codeOf,
  dayOf,
  fieldOf,
  filled,
  isSumOff,
  isWhole,
  moneyOf,
  runsBackwards,
  spellingsOf,
  textsOf,
} from './rules.ts';

/** Row by row from a stream; values are turned by keywords that may change what they check. */
export const papaparseAjv: Engine = {
  name: 'papaparse + ajv',
  async read(path, witness) {
    const tally = { accepted: 0, warned: 0, refused: 0 };
    const refuse = (fields: readonly string[]) => {
      tally.refused += 1;
      witness?.refused(fields);
    };
    const step = (record: Record<string, string>, isWrongCount: boolean) => {
      if (isWrongCount) return refuse([]);
      const row: Record<string, unknown> = filled(record);
      if (!isPenalty(row)) return refuse(faultsOf());
      if (runsBackwards(row)) return refuse(['display_until']);
      tally[row.code.isOdd || isSumOff(row) ? 'warned' : 'accepted'] += 1;
      const { code, ...content } = row;
      witness?.accepted(code.value, content as Content);
    };
    await new Promise<void>((resolve, reject) => {
      Papa.parse<Record<string, string>>(Readable.from(textsOf(bytesOf(path))), {
        header: true,
        transformHeader: (column) => fieldOf.get(column)?.id ?? column,
        skipEmptyLines: true,
        step: ({ data, errors }) =>
          step(
            data,
            errors.some(({ type }) => type === 'FieldMismatch'),
          ),
        complete: () => resolve(),
        error: reject,
      });
    });
    return tally;
  },
};

const ajv = new Ajv({ allErrors: true, strictTypes: false });
const turnedBy = <Value>(
  keyword: string,
  turn: (text: string, field: Field) => Value | undefined,
): FuncKeywordDefinition => ({
  keyword,
  type: 'string',
  schemaType: 'object',
  modifying: true,
  errors: false,
  validate: (
    field: Field,
    text: string,
    _: unknown,
    place?: { parentData: Record<string, unknown>; parentDataProperty: string | number },
  ) => {
    const value = turn(text, field);
    if (value !== undefined && place) place.parentData[place.parentDataProperty] = value;
    return value !== undefined;
  },
});
ajv.addKeyword(turnedBy('unifiedCode', codeOf));
ajv.addKeyword(
  turnedBy('day', (text, field) => (isWhole(text, false) ? dayOf(text, field) : undefined)),
);
ajv.addKeyword(
  turnedBy('fen', (text, field) => (isWhole(text, false) ? moneyOf(text, field) : undefined)),
);
const spellings = new Map(penalties.fields.map((field) => [field.id, spellingsOf(field)]));
ajv.addKeyword(turnedBy('choice', (text, { id }) => spellings.get(id)?.get(text)));
ajv.addKeyword({
  keyword: 'whole',
  type: 'string',
  validate: (_: true, text: string) => isWhole(text, true),
});

const schemaOf = (field: Field) => {
  if (field.type === 'code') return { type: 'string', unifiedCode: field };
  if (field.type === 'date') return { type: 'string', day: field };
  if (field.type === 'money') return { type: 'string', fen: field };
  if (field.type === 'choice') return { type: 'string', choice: field };
  return { type: 'string', maxLength: field.maxLength ?? MAX_TEXT, whole: true };
};

const isPenalty = ajv.compile<{ code: Code }>({
  type: 'object',
  required: penalties.fields.filter(({ required }) => required).map(({ id }) => id),
  properties: Object.fromEntries(penalties.fields.map((field) => [field.id, schemaOf(field)])),
});

const faultsOf = () => [
  ...new Set(
    isPenalty.errors?.map(({ instancePath, params }) =>
      String(params.missingProperty ?? instancePath.slice(1)),
    ),
  ),
];
