import { type BusinessDate, parseDate } from '../time.ts';
import type { Content } from './record.ts';

/** The record counts until the day in this field, for ever where it is absent. */
export const until =
  (field: string) =>
  (content: Content): BusinessDate | undefined =>
    parseDate(String(content[field]));
