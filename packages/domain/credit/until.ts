import { type BusinessDate, parseDate } from '../time.ts';
import type { Content } from './record.ts';

/** The record counts until the earliest day in these fields, for ever where all of them are absent. */
export const until =
  (...fields: readonly string[]) =>
  (content: Content): BusinessDate | undefined =>
    fields
      .map((field) => parseDate(String(content[field])))
      .filter((day) => day !== undefined)
      .sort()[0];
