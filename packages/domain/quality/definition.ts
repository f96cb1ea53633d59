import type { Verdict } from '../credit/batch.ts';
import type { Catalogue, CatalogueCategory, CatalogueId } from '../credit/catalogue.ts';
import type { BasisPoints } from '../rate.ts';
import { accept, type Outcome, refuse } from '../refusal.ts';
import type { BusinessDate } from '../time.ts';
import { qualityDefinitions } from './definitions.ts';

/** 及时率 · 入库率 · 合规率 · 上报率, in the order of tables. */
export const qualityFigures = ['timely', 'stored', 'compliant', 'reported'] as const;
export type QualityFigure = (typeof qualityFigures)[number];

/**
 * How suppliers are graded, as one text has it. The text may change from year to year; a definition never
 * does: what was reckoned by it can be reckoned again.
 */
export type QualityDefinition = {
  readonly id: string;
  readonly version: number;
  readonly zh: string;
  readonly en: string;
  /** Days on which it holds; without `to` until another takes its place. */
  readonly from: BusinessDate;
  readonly to?: BusinessDate;
  /** Division code of the district that set it; absent where the whole city is graded by it. */
  readonly district?: string;
  /** Of which catalogues the text speaks; all where absent. */
  readonly scope?:
    | { readonly catalogues: readonly CatalogueId[] }
    | { readonly category: CatalogueCategory };
  /** 及时率 = rows with 提供日 − 决定日 ≤ `days` / rows delivered; absent where the text sets no such limit. */
  readonly timely?: { readonly days: number; readonly kind: 'working' | 'calendar' };
  /** 入库率 = rows of these verdicts / rows delivered. */
  readonly stored: readonly Verdict[];
  /** 合规率 = rows of these verdicts / rows delivered. */
  readonly compliant: readonly Verdict[];
  /** Only what the text demands; a figure without a target is shown and not graded. */
  readonly targets: { readonly [Figure in QualityFigure]?: BasisPoints };
  /** The text and its clause. */
  readonly source: string;
};

const known = qualityDefinitions.map(({ id }) => id).join(', ');

/** Refuses: definition_unknown. */
export function definitionOf(id: string): Outcome<QualityDefinition> {
  const definition = qualityDefinitions.find((one) => one.id === id);
  return definition
    ? accept(definition)
    : refuse('definition_unknown', { field: 'definition', expected: known, actual: id });
}

/**
 * The definition by which the whole city's 双公示 is graded on a day: what one means who names none.
 * Refuses: definition_unknown (before the first).
 */
export function definitionOn(day: BusinessDate): Outcome<QualityDefinition> {
  const definition = qualityDefinitions.findLast(
    ({ from, to, district, scope }) =>
      district === undefined &&
      scope !== undefined &&
      'catalogues' in scope &&
      from <= day &&
      (to === undefined || day <= to),
  );
  return definition
    ? accept(definition)
    : refuse('definition_unknown', { field: 'definition', expected: known });
}

/** Does the definition's text speak of a catalogue? */
export const covers = ({ scope }: QualityDefinition, { id, category }: Catalogue): boolean =>
  scope === undefined ||
  ('catalogues' in scope ? scope.catalogues.includes(id) : scope.category === category);
