/** Excel takes a file without it for GBK. */
const BYTE_ORDER_MARK = '\ufeff';

/** Rows as CSV in UTF-8 that Excel opens, and of which it computes nothing. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `${BYTE_ORDER_MARK}${rows.map(lineOf).join('')}`;

const lineOf = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

const cellOf = (text: string): string => {
  const harmless = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** What a spreadsheet would reckon out when the file is opened; a number with a sign is none. */
const isFormula = (text: string): boolean =>
  /^[=@＝]/.test(text) || (/^[+-]/.test(text) && !/^[+-][\d,.\s]+$/.test(text));
