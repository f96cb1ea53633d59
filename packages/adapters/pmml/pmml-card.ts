import type { OpenCard, OpenIndicator, ReasonCounting } from '#domain/scoring/open-card';

/** A card as PMML holds it. `section`: JSON of what only we know, e.g. how it was fitted. */
export type PmmlCard = { readonly card: OpenCard; readonly section?: unknown };

/** As our own cards count: what an indicator lacks to its highest points. */
export const usualCounting: ReasonCounting = {
  used: true,
  algorithm: 'pointsBelow',
  method: 'max',
  baselines: {},
};

export const highestOf = ({ bins, missing, other = missing }: OpenIndicator): number =>
  Math.max(missing, other, ...bins.map(({ points }) => points));

/** What cannot be brought over, and where it stands. */
export type PmmlFault = {
  readonly ok: false;
  readonly code: 'pmml_not_representable' | 'pmml_malformed';
  readonly place: string;
  readonly expected: string;
};

export const NAMESPACE = 'http://www.dmg.org/PMML-4_4';
/** Marks what only we read; others pass over it. */
export const EXTENDER = 'xinyidai';
/** The name of the score among the mining and output fields. */
export const SCORE = 'score';

/** Thrown within, turned into the fault at the door. */
export class NotRepresentable extends Error {
  readonly fault: PmmlFault;
  constructor(code: PmmlFault['code'], place: string, expected: string) {
    super(`${place}: ${expected}`);
    this.fault = { ok: false, code, place, expected };
  }
}
