import { clip } from '#domain/clip';
import { malformed } from './malformed.ts';
import { columnsOf } from './read-csv.ts';
import type { DamagedRow, TableFile } from './read-table.ts';

/** What an attribute holds: any text, numbers, or one of its names. */
type Attribute = { readonly name: string; readonly kind: 'text' | 'number' | ReadonlySet<string> };

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A file in Weka's attribute-relation format: numeric, nominal, string and date attributes, names in either
 * quotes, `?` = missing. A row that does not hold what its attributes declare is damaged. Throws
 * malformed_file, with the line: no @data, an attribute of another kind, sparse rows.
 */
export function readArff(text: string): TableFile {
  const attributes: Attribute[] = [];
  const rows: (readonly string[])[] = [];
  const damaged: DamagedRow[] = [];
  let inRows = false;
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.trim();
    if (line === '' || line.startsWith('%')) continue;
    if (!inRows) {
      if (/^@data\b/i.test(line)) inRows = true;
      else if (/^@attribute\b/i.test(line)) attributes.push(attributeOf(line, index + 1));
      else if (!/^@relation\b/i.test(line))
        throw malformed(`@relation, @attribute or @data in line ${index + 1}`, line);
      continue;
    }
    if (line.startsWith('{')) throw malformed('rows that are not sparse', `line ${index + 1}`);
    const cells = cellsOf(line);
    const fault = cells ? faultOf(cells, attributes) : NO_CELLS;
    if (cells && !fault) rows.push(cells);
    else damaged.push({ line: index + 1, ...(fault ?? NO_CELLS) });
  }
  if (!inRows) throw malformed('@data and rows below it');
  return { columns: columnsOf(attributes.map(({ name }) => name)), rows, damaged };
}

const NO_CELLS = { expected: 'cells with closed quotes', actual: 'a quote without its second' };

const DECLARED = /^@attribute\s+(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(\S+))\s+(.+)$/i;

function attributeOf(line: string, number: number): Attribute {
  const found = DECLARED.exec(line);
  const name = (found?.[1] ?? found?.[2] ?? found?.[3] ?? '').replace(/\\(.)/g, '$1');
  const kind = found?.[4]?.trim() ?? '';
  if (/^(?:numeric|real|integer)\b/i.test(kind)) return { name, kind: 'number' };
  if (/^(?:string|date)\b/i.test(kind)) return { name, kind: 'text' };
  const names = /^\{(.*)\}/.exec(kind)?.[1];
  const cells = names === undefined ? undefined : cellsOf(names);
  if (cells) return { name, kind: new Set(cells) };
  throw malformed(`numeric, string, date or {names} in line ${number}`, line);
}

/** Undefined where a quote is not closed. */
function cellsOf(line: string): readonly string[] | undefined {
  if (!/['"]/.test(line))
    return line.split(line.includes(',') ? ',' : '\t').map((cell) => cell.trim());
  const cells: string[] = [];
  const pattern = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,'"]*))\s*(,|$)/y;
  for (let ended = false; !ended; ) {
    const found = pattern.exec(line);
    if (!found) return undefined;
    const quoted = found[1] ?? found[2];
    cells.push(quoted === undefined ? (found[3] ?? '').trim() : quoted.replace(/\\(.)/g, '$1'));
    ended = found[4] === '';
  }
  return cells;
}

function faultOf(
  cells: readonly string[],
  attributes: readonly Attribute[],
): Omit<DamagedRow, 'line'> | undefined {
  if (cells.length !== attributes.length)
    return { expected: `${attributes.length} cells`, actual: String(cells.length) };
  for (const [place, { name, kind }] of attributes.entries()) {
    const cell = cells[place] ?? '';
    if (cell === '?' || kind === 'text') continue;
    if (kind === 'number' ? NUMBER.test(cell) : kind.has(cell)) continue;
    const expected = kind === 'number' ? 'a number' : [...kind].slice(0, 20).join(' or ');
    return { field: name, expected, actual: clip(cell) };
  }
  return undefined;
}
