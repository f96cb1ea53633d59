import type { Fen } from '../../money.ts';
import type { BusinessDate } from '../../time.ts';
import type { Severity } from '../record.ts';

export const regimeIds = ['before-58', 'order-58', 'order-36', 'order-107'] as const;
export type RegimeId = (typeof regimeIds)[number];

export type Fault = Exclude<Severity, 'none'>;

/** How long a fault is published, in months from the decision on. */
export type Publicity = {
  readonly displayed: boolean;
  /** Before that nothing is repaired. */
  readonly minMonths: number;
  /** Then display, sharing and scoring stop by themselves. */
  readonly maxMonths: number;
};

/** What has to be shown before a fault is repaired. */
export type RepairCondition = 'min_publicity_over' | 'duties_fulfilled' | 'public_commitment';

export type RepairTerms = {
  readonly conditions: readonly RepairCondition[];
  readonly acceptWithinWorkingDays: number;
  readonly decideWithinWorkingDays: number;
  /** Once, for a complex case. */
  readonly extendByWorkingDays: number;
  /** After a false promise or false papers nothing is repaired on a promise for that long. */
  readonly promiseBarMonths: number;
};

/** M: from memory, as domain.md marks it; `assumed`: nobody told, the paragraph beside it says what we chose. */
export type Mark = 'high' | 'medium' | 'low' | 'assumed';

/** One generation of the rules of severity, publicity and repair (domain.md C8), as data. */
export type Regime = {
  readonly id: RegimeId;
  readonly zh: string;
  readonly en: string;
  /** In force, `to` inclusive. */
  readonly from: BusinessDate;
  readonly to?: BusinessDate;
  /** Whose records it rules: those decided while it is in force. How old ones pass over nobody told (C8). */
  readonly appliesTo: 'decided_from';
  /** Of catalogues with an order of their own; the others rule everything else. */
  readonly catalogues?: readonly string[];
  readonly publicity: Readonly<Record<Fault, Publicity>>;
  /** Where `basis` of the record names one of these fields of law, the least publicity is this long. */
  readonly special?: { readonly named: readonly string[]; readonly minMonths: number };
  readonly severity: {
    /** 处罚类别 as in penalty-category.ts. */
    readonly byCategory: Readonly<Record<string, Fault>>;
    readonly hugeFine: Fen;
  };
  readonly repair: RepairTerms;
  readonly source: string;
  /** Of the months and of the working days. */
  readonly marks: { readonly publicity: Mark; readonly repair: Mark };
};
