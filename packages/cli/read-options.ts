import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { type BusinessDate, parseDate } from '#domain/time';
import { Misuse } from './misuse.ts';

/** Options that every command on a store has. */
export const storeOptions = {
  data: { type: 'string', default: '.data' },
  'as-of': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsOptionsConfig;

export const STORE_OPTIONS = `  --data DIR    the folder of the store, made when absent (.data)
  --as-of DATE  the day on which one works, YYYY-MM-DD (today)
  --json        for machines`;

/** Refuses by `Misuse`: options that the command has not, more words than it takes. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
  mostWords = 0,
) {
  const { values, positionals } = parse(args, options);
  const extra = positionals[mostWords];
  if (extra !== undefined) throw new Misuse(`There is one word too many: ${extra}`);
  return { ...values, words: positionals };
}

function parse<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

export function readDay(option: string, text: string | undefined): BusinessDate | undefined {
  if (text === undefined) return undefined;
  const day = parseDate(text);
  if (day === undefined) throw new Misuse(`${option} is a day such as 2026-03-01, not ${text}`);
  return day;
}

/** An id that a client may choose: `batch_2026-03-01.tax`. */
export function readId<Id extends string>(
  option: string,
  prefix: string,
  parse: (text: string) => Id | undefined,
  text: string,
): Id {
  const id = parse(text);
  if (id !== undefined) return id;
  throw new Misuse(
    `${option} is ${prefix}_ and up to 63 letters, digits, dots or hyphens, not ${text}`,
  );
}
