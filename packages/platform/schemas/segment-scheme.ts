import * as z from 'zod';
import type { RefusalCode } from '#domain/refusal';
import { checkScheme, type SchemeFaultCode } from '#domain/scoring/check-scheme';
import type { Scorecard } from '#domain/scoring/scorecard';
import { cityCards, type SegmentCondition, type SegmentScheme } from '#domain/scoring/segments';
import { name, value } from './card.ts';
import { parseBody } from './parse.ts';

/** Rules are read by people from the first to the last: what holds more than this is none. */
export const schemeLimits = {
  rules: 50,
  conditions: 20,
  values: 30,
  facts: 100,
  text: 200,
} as const;

const text = z.string().min(1).max(schemeLimits.text);
/** Part of the version's id, which stands in addresses. */
const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
  .meta({ description: 'Letters, digits and `-`.' });

/** One form instead of a union, so that a fault is told at its own place. */
const condition = z
  .strictObject({
    fact: name.exactOptional(),
    is: z.array(value).min(1).max(schemeLimits.values).exactOptional(),
    unknown: z.array(name).min(1).max(schemeLimits.facts).exactOptional(),
  })
  .transform(({ fact, is, unknown }, context): SegmentCondition => {
    if (unknown !== undefined && fact === undefined && is === undefined) return { unknown };
    if (unknown === undefined && fact !== undefined && is !== undefined) return { fact, is };
    const [key, code] =
      unknown !== undefined
        ? ['unknown', 'unknown_field']
        : [fact === undefined ? 'fact' : 'is', 'required'];
    context.addIssue({ code: 'custom', path: [key], params: { refusal: { code } } });
    return z.NEVER;
  })
  .meta({ description: '`fact` and `is`: the fact is one of these; `unknown`: none is known.' });

/** The form of a scheme; whether it may choose is `checkScheme`'s to say. */
export const schemeSchema = z.strictObject({
  id,
  version: z.int().min(1).max(1_000_000),
  rules: z
    .array(
      z.strictObject({
        id: name,
        zh: text,
        en: text,
        card: name,
        anyOf: z.array(condition).max(schemeLimits.conditions),
        source: text,
      }),
    )
    .min(1)
    .max(schemeLimits.rules),
});

/** What enters the registry; whether it may choose is the registry's to say. */
export const schemeDraftSchema = z.strictObject({ scheme: schemeSchema });

export type SchemeRead =
  | { readonly ok: true; readonly scheme: SegmentScheme }
  | {
      readonly ok: false;
      /** `at` is a place such as `rules[2].anyOf[0].is[1]`. */
      readonly faults: readonly {
        readonly code: RefusalCode | SchemeFaultCode;
        readonly at: string;
      }[];
    };

/** A scheme out of JSON, checked whole: every fault of its form, else of what it says, with its place. */
export function readScheme(
  json: unknown,
  cards: readonly Pick<Scorecard, 'id'>[] = cityCards,
): SchemeRead {
  const parsed = parseBody(schemeSchema, json);
  if (!parsed.ok)
    return {
      ok: false,
      faults: parsed.refusals.map(({ code, field = '' }) => ({ code, at: placeOf(field) })),
    };
  const faults = checkScheme(parsed.value, cards);
  return faults.length === 0 ? { ok: true, scheme: parsed.value } : { ok: false, faults };
}

/** `rules.2.card` → `rules[2].card`. */
const placeOf = (field: string): string => field.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
