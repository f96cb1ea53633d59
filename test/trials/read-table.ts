import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse';
import { Stopped } from '#cli/demo/stopped';

/** The file of a name, plain or packed. Refuses by `Stopped`. */
export function findTable(folder: string, name: string): string {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Stopped(`There is no folder ${folder}.`);
  const found = [`${name}.csv`, `${name}.csv.gz`]
    .map((file) => join(folder, file))
    .find((path) => existsSync(path));
  if (found === undefined)
    throw new Stopped(`${folder} has neither ${name}.csv nor ${name}.csv.gz.`);
  return found;
}

/**
 * Rows of a CSV file, cells trimmed: read apart from the platform's own readers, so that the one checks the
 * other. Refuses by `Stopped`: a column that is missing, a row of another length.
 */
export async function* readTable<const Column extends string>(
  path: string,
  columns: readonly Column[],
): AsyncGenerator<(column: Column) => string> {
  const parser = parse({ bom: true, trim: true, skip_empty_lines: true });
  parser.end(textOf(path));
  let header: readonly string[] | undefined;
  try {
    for await (const row of parser) {
      const cells: readonly string[] = row;
      const places = header ?? checkedHeader(path, columns, cells);
      if (header) yield (column) => cells[places.indexOf(column)] ?? '';
      header = places;
    }
  } catch (error) {
    if (error instanceof Stopped) throw error;
    throw new Stopped(`${path} is no table: ${error instanceof Error ? error.message : error}`);
  }
  if (!header) throw new Stopped(`${path} is empty.`);
}

function checkedHeader(path: string, columns: readonly string[], header: readonly string[]) {
  const missing = columns.find((column) => !header.includes(column));
  if (missing !== undefined) throw new Stopped(`${path} has no column ${missing}.`);
  return header;
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return new TextDecoder('gb18030').decode(plain);
  }
}
