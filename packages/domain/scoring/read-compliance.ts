import type { CreditRecord, Severity } from '../credit/record.ts';
import { usesOf } from '../credit/uses.ts';
import { addMonths, monthsBetween } from '../time.ts';
import type { FactName, Facts } from './facts.ts';
import { evidenceOf, fact, latestFirst, numberIn, type Reading, textIn } from './reading.ts';

export const readCompliance = (reading: Reading): Facts => ({
  ...readPenalties(reading),
  ...readLicences(reading),
});

/** Older ones count no more. */
export const PENALTY_MONTHS = 36;

/**
 * Penalties of 36 months that are still in use: what has run out or was repaired counts no more
 * (信用修复管理办法, domain.md C8). Where silence is not none, only what is there is known.
 */
function readPenalties({ asOf, of, silenceMeansNone }: Reading): Facts {
  const since = addMonths(asOf, -PENALTY_MONTHS);
  const penalties = of('administrative-penalty').filter(
    (record) => record.occurredOn > since && usesOf(record, asOf).scored,
  );
  const known = (count: number) =>
    count > 0 || silenceMeansNone('administrative-penalty') ? count : undefined;
  const amount = penalties.reduce((total, record) => total + amountOf(record), 0);
  const recent = latestFirst(penalties);
  const latest = penalties.find((record) => record.id === recent[0]);
  const counted = (name: FactName, severity: Severity) => {
    const such = penalties.filter((record) => record.severity === severity);
    return fact(name, known(such.length), latestFirst(such));
  };
  return {
    ...counted('penalties_minor_36m', 'minor'),
    ...counted('penalties_general_36m', 'general'),
    ...counted('penalties_serious_36m', 'serious'),
    ...fact('penalty_amount_36m_fen', known(amount), evidenceOf(penalties, amountOf)),
    ...fact('months_since_last_penalty', latest && monthsBetween(latest.occurredOn, asOf), recent),
  };
}

const amountOf = ({ content }: CreditRecord) =>
  (numberIn(content, 'fine_amount') ?? 0) + (numberIn(content, 'confiscated_amount') ?? 0);

const LOST_MONTHS = 24;

/** A licence that ran its time was not lost; one that is invalid was, on the day on which it ended. */
function readLicences({ asOf, of, silenceMeansNone }: Reading): Facts {
  const licences = of('administrative-licence');
  if (licences.length === 0 && !silenceMeansNone('administrative-licence')) return {};
  const since = addMonths(asOf, -LOST_MONTHS);
  const isInvalid = ({ content }: CreditRecord) => textIn(content, 'state') === 'invalid';
  const held = licences.filter((record) => {
    const end = textIn(record.content, 'valid_to');
    return !isInvalid(record) && usesOf(record, asOf).scored && (end === undefined || asOf <= end);
  });
  const lost = licences.filter((record) => isInvalid(record) && lostOn(record, asOf) > since);
  return {
    ...fact('licences_in_force', held.length, latestFirst(held)),
    ...fact('licences_lost_24m', lost.length, latestFirst(lost)),
  };
}

/** The day is not delivered: the end of validity where that is past, else the day of decision. */
const lostOn = ({ validity, occurredOn }: CreditRecord, asOf: string) =>
  validity.to !== undefined && validity.to <= asOf ? validity.to : occurredOn;
