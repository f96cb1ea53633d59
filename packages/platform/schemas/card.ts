import * as z from 'zod';
import { catalogueIds } from '#domain/credit/catalogue';
import { type CardFault, type CardTerms, checkCard } from '#domain/scoring/check-card';
import type { Scorecard } from '#domain/scoring/scorecard';

/** A card is read by people: what holds more than this is none. */
export const cardLimits = {
  dimensions: 20,
  indicators: 300,
  bins: 100,
  choices: 1_000,
  vetoes: 50,
  bands: 20,
  facts: 1_000,
  text: 500,
} as const;

const text = z.string().min(1).max(cardLimits.text);
export const name = z
  .string()
  .regex(/^[\p{L}\p{N}_.-]{1,100}$/u)
  .meta({ description: 'Letters, digits, `_`, `.` and `-`.' });
const whole = z.int();
const bound = z.number().exactOptional();
export const value = z.union([z.string().max(cardLimits.text), z.number(), z.boolean()]);
const named = { zh: text, en: text };

const reason = z.strictObject({ code: name, ...named });
const bin = z.union([
  z.strictObject({
    is: z.array(value).min(1).max(cardLimits.choices),
    points: whole,
    reason: reason.exactOptional(),
  }),
  z.strictObject({ from: bound, to: bound, points: whole, reason: reason.exactOptional() }),
]);

const indicator = z.strictObject({
  id: name,
  ...named,
  fact: name,
  bins: z.array(bin).min(1).max(cardLimits.bins),
  missing: whole,
  missingReason: reason.exactOptional(),
  other: whole.exactOptional(),
  missingBeyond: z.literal(true).exactOptional(),
  turns: z.literal(true).exactOptional(),
  baseline: whole.exactOptional(),
  reason: name,
  reasonZh: text,
  reasonEn: text,
  source: text.exactOptional(),
});

const told = { ...named, sources: z.array(z.enum(catalogueIds)) };
const definition = z.union([
  z.strictObject({
    ...told,
    type: z.enum(['integer', 'share', 'money', 'months', 'days']),
    unit: name.exactOptional(),
    better: z.enum(['higher', 'lower']).exactOptional(),
  }),
  z.strictObject({
    ...told,
    type: z.literal('boolean'),
    better: z.enum(['true', 'false']).exactOptional(),
  }),
  z.strictObject({
    ...told,
    type: z.literal('choice'),
    choices: z.array(text).min(1).max(cardLimits.choices),
    better: z.literal('earlier').exactOptional(),
  }),
]);

/** The form of a card; whether it may score is `checkCard`'s to say. */
export const cardSchema: z.ZodType<Scorecard> = z.strictObject({
  id: name,
  version: z.int().min(1),
  ...named,
  initial: whole.exactOptional(),
  facts: z
    .record(name, definition)
    .refine((facts) => Object.keys(facts).length <= cardLimits.facts)
    .exactOptional(),
  dimensions: z
    .array(
      z.strictObject({
        id: name,
        ...named,
        limit: z.strictObject({ kind: z.enum(['cap', 'bonus']), points: whole }).exactOptional(),
        indicators: z.array(indicator).min(1).max(cardLimits.indicators),
      }),
    )
    .min(1)
    .max(cardLimits.dimensions),
  vetoes: z
    .array(
      z.strictObject({
        code: name,
        ...named,
        fact: name,
        is: z.union([z.boolean(), text]),
        cap: whole,
        source: text.exactOptional(),
      }),
    )
    .max(cardLimits.vetoes),
  bands: z.array(z.strictObject({ grade: name, from: whole })).max(cardLimits.bands),
});

export type CardRead =
  | { readonly ok: true; readonly card: Scorecard }
  /** `form`: it is no card at all, `at` the path of what offends. */
  | {
      readonly ok: false;
      readonly faults: readonly (CardFault | { readonly code: 'form'; readonly at: string })[];
    };

/** A card out of JSON, checked whole: every fault with its place, or the card. */
export function readCard(json: unknown, terms: CardTerms = 'city'): CardRead {
  const parsed = cardSchema.safeParse(json);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.map(({ path }) => ({
        code: 'form',
        at: path.map(String).join('.'),
      })),
    };
  const faults = checkCard(parsed.data, terms);
  return faults.length === 0 ? { ok: true, card: parsed.data } : { ok: false, faults };
}
