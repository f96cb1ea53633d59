import type { UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { accept, type Outcome } from '#domain/refusal';
import {
  type FirmsScorer,
  firmsScorerOf,
  type SlowerBecause,
} from '#domain/scoring/columns/firms-scorer';
import type { RowScore } from '#domain/scoring/columns/tell-row';
import { schemeFault } from '#domain/scoring/registry/decide-scheme';
import { type SegmentScheme, segmentOf } from '#domain/scoring/segments';
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

/** A card that scores more slowly than others do, and why. */
export type SlowerCard = CityScore['card'] & { readonly because: SlowerBecause };

export type CityPage = Paged<CityScore> & { readonly slower: readonly SlowerCard[] };

/**
 * Firms by code, each scored by the cards in force from the facts of its last score: no record is read, nothing
 * is stored. The same points, grade, vetoes and reasons as scoring one by one; who has no score is passed over.
 * Refuses: scheme_faulty.
 */
export const scoreCity = (ports: Ports) => {
  const cardsOn = cardsInForce(ports);
  const compiled = new Map<string, FirmsScorer>();
  return async (
    _asker: Principal,
    { scheme: asked, ...page }: CityAsked,
  ): Promise<Outcome<CityPage>> => {
    const { cards, hashOf, ...inForce } = await cardsOn(ports.today());
    const fault = asked && schemeFault(asked, cards);
    if (fault) return fault;
    const scheme = asked ?? inForce.scheme;
    const scorers = cards.map((card) => {
      const scorer = compiled.get(hashOf(card)) ?? firmsScorerOf(card, ports.reckoner);
      compiled.set(hashOf(card), scorer);
      return { card, ...scorer };
    });
    const firms = await ports.store.list('enterprises', 'all', page);
    const kept = await ports.store.getMany(
      'score',
      firms.items.map(({ value }) => value.code),
    );
    const told = kept.flatMap((score) => (score ? [score.value] : []));
    const chosen = told.map((firm) => ({
      ...firm,
      rule: segmentOf((fact) => firm.facts[fact], scheme),
    }));
    const scored = scorers.flatMap(({ card: { id, version }, scoreFirms }) => {
      const those = chosen.filter(({ rule }) => rule?.card === id);
      const scores = scoreFirms(those.map(({ facts }) => facts));
      return scores.flatMap((score, row) => {
        const firm = those[row];
        if (!firm) return [];
        const { code, asOf, rule } = firm;
        return [{ code, asOf, segment: rule?.id ?? '', card: { id, version }, ...score }];
      });
    });
    return accept({
      items: scored.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
      ...(firms.next !== undefined && { next: firms.next }),
      slower: scorers.flatMap(({ card: { id, version }, slower }) =>
        slower === undefined ? [] : [{ id, version, because: slower }],
      ),
    });
  };
};
