import { type BusinessDate, parseDate } from '../time.ts';

const DAY =
  /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日|(\d{2})(\d{2}))(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const MONTH = /^(\d{4})(?:[-/.](\d{1,2})|年(\d{1,2})月|(\d{2}))$/;

/** `2023-07-18`, `2023/7/18`, `2023.7.18`, `20230718`, `2023年7月18日`, each also with a time of day, which is left out. */
export function parseDayAsWritten(text: string): BusinessDate | undefined {
  const strict = parseDate(text);
  if (strict !== undefined) return strict;
  const match = DAY.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const [, year = '', ...rest] = match;
  const [month = '', day = ''] = rest.filter((part) => part !== undefined);
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** `2023-07`, `2023/7`, `202307`, `2023年7月` as `2023-07`. */
export function parseMonthAsWritten(text: string): string | undefined {
  const match = MONTH.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const [, year = '', ...rest] = match;
  const month = rest.find((part) => part !== undefined) ?? '';
  return parseDate(`${year}-${month.padStart(2, '0')}-01`)?.slice(0, 7);
}
