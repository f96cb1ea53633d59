import { type BusinessDate, monthsBetween } from '../time.ts';

/**
 * A firm's age in months on a day: by the register, or, where it is silent, what `told` says (the score's
 * fact). A founding still to come is no age.
 */
export function ageMonths(
  establishedOn: BusinessDate | undefined,
  told: unknown,
  asOf: BusinessDate,
): number | undefined {
  if (establishedOn !== undefined)
    return establishedOn <= asOf ? monthsBetween(establishedOn, asOf) : undefined;
  return typeof told === 'number' ? told : undefined;
}
