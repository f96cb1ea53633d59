import * as z from 'zod';
import { clip } from '#domain/clip';

/** A whole number in a query, both ends included. Refuses: out_of_range. */
export const wholeQuery = (
  { min, max }: { readonly min: number; readonly max: number },
  description: string,
) =>
  z
    .string()
    .transform((text, context) => {
      const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
      if (value >= min && value <= max) return value;
      const refusal = { code: 'out_of_range', expected: `${min}..${max}`, actual: clip(text) };
      context.addIssue({ code: 'custom', params: { refusal } });
      return z.NEVER;
    })
    .meta({ type: 'integer', minimum: min, maximum: max, description });
