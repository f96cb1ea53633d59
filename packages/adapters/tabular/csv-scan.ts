/**
 * Where reading stands in a text of CSV. The next places of a separator, a line end and a quote are kept, so that
 * each character is looked at once for each of them; `text.length` = there is none.
 */
export type CsvScan = {
  readonly separator: string;
  text: string;
  /** Where the next row begins. */
  at: number;
  /** Line of the next row, 1 = the first. */
  line: number;
  /** No text comes after this one. */
  isLast: boolean;
  /** Of the row read last, as many as `nextRow` said; written over by the next one. */
  readonly cells: string[];
  separatorAt: number;
  breakAt: number;
  quoteAt: number;
};

export const scanBy = (separator: string): CsvScan => ({
  separator,
  text: '',
  at: 0,
  line: 1,
  isLast: false,
  cells: [],
  separatorAt: -1,
  breakAt: -1,
  quoteAt: -1,
});

const QUOTE = 0x22;
const RETURN = 0x0d;
const BREAK = 0x0a;

/** Goes on with what was left of the text before, and more text behind it. */
export function feed(scan: CsvScan, more: string, isLast: boolean): void {
  scan.text = scan.text.slice(scan.at) + more;
  scan.at = 0;
  scan.separatorAt = -1;
  scan.breakAt = -1;
  scan.quoteAt = -1;
  scan.isLast = isLast;
}

/**
 * Reads the next row into `cells` and says how many they are; 0 where it does not end in this text. Lines end in
 * LF or CRLF; a cell that begins with a quote ends with one, and two inside stand for one. A quote anywhere else
 * is a character like any other, and so are both of a quoted cell that goes on behind its second (`"5" 管`).
 *
 * `indexOf` runs over a text in the machine's own steps: looking at every character in turn took half as long
 * again. One array serves all rows, so that none is thrown away for each.
 */
export function nextRow(scan: CsvScan): number {
  const { text, at } = scan;
  const end = breakFrom(scan, at);
  if (end === text.length && (!scan.isLast || at === end)) return 0;
  if (scan.quoteAt < at) scan.quoteAt = placeOf(text, '"', at);
  return scan.quoteAt > end ? plainRow(scan, end) : quotedRow(scan);
}

function plainRow(scan: CsvScan, end: number): number {
  const { text, separator, cells } = scan;
  let count = 0;
  let from = scan.at;
  let next = separatorFrom(scan, from);
  while (next < end) {
    cells[count] = text.slice(from, next);
    count += 1;
    from = next + 1;
    next = placeOf(text, separator, from);
  }
  scan.separatorAt = next;
  cells[count] = text.slice(from, beforeReturn(text, from, end));
  scan.at = Math.min(end + 1, text.length);
  scan.line += 1;
  return count + 1;
}

function quotedRow(scan: CsvScan): number {
  const { text, cells } = scan;
  let count = 0;
  let from = scan.at;
  for (;;) {
    const begin = text.charCodeAt(from) === QUOTE ? closedBy(text, from) : from;
    if (begin === undefined || (begin === text.length && !scan.isLast)) return 0;
    const next = Math.min(separatorFrom(scan, begin), breakFrom(scan, begin));
    if (next === text.length && !scan.isLast) return 0;
    const end = text.charCodeAt(next) === BREAK ? beforeReturn(text, begin, next) : next;
    cells[count] = begin === from ? text.slice(from, end) : quotedCell(text, from, begin, end);
    count += 1;
    from = next + 1;
    if (next !== text.length && text.charCodeAt(next) !== BREAK) continue;
    scan.line += breaksIn(text, scan.at, next) + 1;
    scan.at = Math.min(from, text.length);
    return count;
  }
}

/** The place behind the quote that ends a quoted cell; undefined where none does. */
function closedBy(text: string, from: number): number | undefined {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  return close < 0 ? undefined : close + 1;
}

function quotedCell(text: string, from: number, close: number, end: number): string {
  const inside = text.slice(from + 1, close - 1).replaceAll('""', '"');
  return close === end ? inside : `"${inside}"${text.slice(close, end)}`;
}

const placeOf = (text: string, sought: string, from: number): number => {
  const place = text.indexOf(sought, from);
  return place < 0 ? text.length : place;
};

function separatorFrom(scan: CsvScan, from: number): number {
  if (scan.separatorAt < from) scan.separatorAt = placeOf(scan.text, scan.separator, from);
  return scan.separatorAt;
}

function breakFrom(scan: CsvScan, from: number): number {
  if (scan.breakAt < from) scan.breakAt = placeOf(scan.text, '\n', from);
  return scan.breakAt;
}

/** A line break may begin with a return, which a lone one at the end of the text does not. */
const beforeReturn = (text: string, from: number, end: number): number =>
  end > from && end < text.length && text.charCodeAt(end - 1) === RETURN ? end - 1 : end;

function breaksIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1))
    count += 1;
  return count;
}
