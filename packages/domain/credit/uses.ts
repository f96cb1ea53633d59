import type { BusinessDate } from '../time.ts';
import { catalogues } from './catalogues.ts';
import type { CreditRecord, Standing } from './record.ts';
import type { RegimeId } from './regimes/regime.ts';
import { displayUntil, publicityOf, regimeOf } from './regimes.ts';

/** What of a record its uses depend on: a profile keeps no more. */
export type Usable = Pick<CreditRecord, 'catalogue' | 'occurredOn' | 'severity' | 'validity'> &
  Standing;

/** What limits the use of a record most, gravest first. */
export type UseCode =
  | 'withdrawn'
  | 'sealed'
  | 'found_false'
  | 'unverified'
  | 'not_begun'
  | 'display_ended'
  | 'not_public'
  | 'not_displayed'
  | 'in_use';

/**
 * What a record may be used for on a day: shown to everybody · shared with whom the firm has authorised and
 * among departments · counted in a score. What is shown is shared.
 */
export type Uses = {
  readonly shown: boolean;
  readonly shared: boolean;
  readonly scored: boolean;
  /** First and last day (inclusive) of what the record allows at most. */
  readonly from: BusinessDate;
  readonly until?: BusinessDate;
  /** The generation of rules by which a fault is published. */
  readonly regime?: RegimeId;
  readonly why: UseCode;
};

/** A withdrawn record is in no use on any day, past ones included. */
export function usesOf(record: Usable, day: BusinessDate): Uses {
  const until = displayUntil(record);
  const regime = regimeOf(record);
  const why = barOf(record) ?? limitOf(record, day, until);
  return {
    shown: why === 'in_use',
    shared: sharedUnder.has(why),
    scored: sharedUnder.has(why),
    from: record.validity.from,
    ...(until !== undefined && { until }),
    ...(regime && { regime: regime.id }),
    why,
  };
}

const sharedUnder: ReadonlySet<UseCode> = new Set(['in_use', 'not_public', 'not_displayed']);

/** Why a record is in no use whatever the day: undefined where it is in use on some. */
export function barOf(
  record: Pick<Usable, 'catalogue'> & Standing,
): 'withdrawn' | 'sealed' | 'found_false' | 'unverified' | undefined {
  const { sharing, verified } = catalogues[record.catalogue];
  if (record.withdrawn) return 'withdrawn';
  if (sharing === 'sealed') return 'sealed';
  if (!verified || record.verification === 'verified') return undefined;
  return record.verification === 'false' ? 'found_false' : 'unverified';
}

function limitOf(record: Usable, day: BusinessDate, until: BusinessDate | undefined): UseCode {
  if (day < record.validity.from) return 'not_begun';
  if (until !== undefined && until < day) return 'display_ended';
  if (catalogues[record.catalogue].sharing !== 'public') return 'not_public';
  return publicityOf(record)?.displayed === false ? 'not_displayed' : 'in_use';
}
