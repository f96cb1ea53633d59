import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import { columnsOf } from '#domain/scoring/columns/columns';
import { type CompiledCard, compileCard } from '#domain/scoring/columns/compile-card';
import { scoreColumns } from '#domain/scoring/columns/score-columns';
import { type RowScore, tellRow } from '#domain/scoring/columns/tell-row';
import type { KnownFacts } from '#domain/scoring/facts';
import { schemeFault } from '#domain/scoring/registry/decide-scheme';
import type { KeptScore } from '#domain/scoring/score';
import type { Scorecard } from '#domain/scoring/scorecard';
import { type SegmentRule, type SegmentScheme, segmentOf } from '#domain/scoring/segments';
import type { BusinessDate } from '#domain/time';
import { cardsInForce } from './cards-in-force.ts';
import type { Ports } from './ports.ts';
import type { Paged, PageOf } from './read.ts';

export type CityScore = RowScore & {
  readonly code: UnifiedCode;
  /** The day of the facts. */
  readonly asOf: BusinessDate;
  readonly segment: string;
  readonly card: { readonly id: string; readonly version: number };
};

export type CityAsked = PageOf & {
  /** Instead of the one in force: who would be scored by which card. */
  readonly scheme?: SegmentScheme;
};

/**
 * Firms by code, each scored by the cards in force from the facts of its last score: no record is read, nothing
 * is stored. The same points, grade, vetoes and reasons as scoring one by one; who has no score is passed over.
 * Refuses: scheme_faulty.
 */
export const scoreCity = (ports: Ports) => {
  const cardsOn = cardsInForce(ports);
  const compiled = new Map<Scorecard, CompiledCard>();
  const compiledOf = (card: Scorecard) => {
    const known = compiled.get(card) ?? compileCard(card);
    compiled.set(card, known);
    return known;
  };
  return async (
    _asker: Principal,
    { scheme: asked, ...page }: CityAsked,
  ): Promise<Outcome<Paged<CityScore>>> => {
    const inForce = await cardsOn(ports.today());
    const { cards } = inForce;
    const fault = asked && schemeFault(asked, cards);
    if (fault) return fault;
    const scheme = asked ?? inForce.scheme;
    const firms = await ports.store.list('enterprises', 'all', page);
    const kept = await ports.store.getMany(
      'score',
      firms.items.map(({ value }) => value.code),
    );
    const told = kept.flatMap((score) => (score ? [foldedOf(score.value)] : []));
    const chosen = told.map((firm) => ({ ...firm, rule: segmentOf(firm.facts, scheme) }));
    const scored = cards.flatMap((card) =>
      scoreSegment(
        compiledOf(card),
        chosen.filter(({ rule }) => rule?.card === card.id),
      ),
    );
    return accept({
      items: scored.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      ...(firms.next !== undefined && { next: firms.next }),
    });
  };
};

export type Folded = {
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
  readonly facts: KnownFacts;
};

/** The facts of a firm's latest score, as cards read them. */
export const foldedOf = ({ code, asOf, facts }: KeptScore): Folded => ({
  code,
  asOf,
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, { value, evidence: [] }]),
  ),
});

function scoreSegment(
  compiled: CompiledCard,
  firms: readonly (Folded & { readonly rule: SegmentRule | undefined })[],
): readonly CityScore[] {
  const columns = columnsOf(
    compiled.codings,
    firms.map(({ facts }) => facts),
  );
  const scores = scoreColumns(compiled, columns);
  const { id, version } = compiled.card;
  return firms.map(({ code, asOf, rule }, row) => ({
    code,
    asOf,
    segment: rule?.id ?? '',
    card: { id, version },
    ...tellRow(compiled, columns, scores, row),
  }));
}
