import type { LoanClass, OutcomeReport } from '#domain/scoring/monitoring/loan-outcome';
import { addDays, addMonths, type BusinessDate, months } from '#domain/time';
import { lenderOf } from './bank.ts';
import { type Chance, createChance } from './chance.ts';
import type { Firm } from './firm.ts';

const YEAR = months(12);
/** Nobody lends to a firm in its first months. */
const YOUNGEST_MONTHS = 6;
/** Nine in ten of those who ask have borrowed before. */
const BORROWED = 0.9;
/** One loan in ten is younger than a year: whether it keeps, nobody knows yet. */
const OPEN = 0.1;
/** Log odds of a default for a firm of middling quality, and how they fall with it; shells borrow to be gone. */
const RISK = -1.8;
const RISK_PER_QUALITY = -1.3;
const RISK_OF_SHELLS = 1.5;

const worse: readonly { classification: LoanClass; weight: number }[] = [
  { classification: 'substandard', weight: 60 },
  { classification: 'doubtful', weight: 28 },
  { classification: 'loss', weight: 12 },
];

/**
 * What the banks report of earlier loans to the firms that ask again: each by the bank that has the firm's consent
 * now. The better a firm is run, the seldomer it defaults; its records have that quality in common, so points
 * that read them well rank the loans, and no points are looked at here.
 */
export function makeLoans(
  terms: { readonly seed: number; readonly asOf: BusinessDate; readonly banks: number },
  population: readonly Firm[],
  asked: readonly { readonly code: OutcomeReport['code'] }[],
): readonly OutcomeReport[] {
  const firms = new Map<string, Firm>(population.map((firm) => [firm.code, firm]));
  return asked.flatMap(({ code }, place) => {
    const firm = firms.get(code);
    const chance = createChance(terms.seed, 'loan', place);
    if (!firm || !chance.happens(BORROWED)) return [];
    const told = whatBecame(chance, terms.asOf, firm);
    if (addMonths(firm.establishedOn, YOUNGEST_MONTHS) > told.observedFrom) return [];
    const number = `${terms.seed}-${String(place + 1).padStart(3, '0')}`;
    const bank = lenderOf(terms, place).id;
    return [{ id: `outcome_demo-${number}`, code, bank, loan: `L${number}`, ...told }];
  });
}

type Told = Pick<OutcomeReport, 'classification' | 'daysPastDue' | 'observedFrom' | 'observedTo'>;

function whatBecame(chance: Chance, asOf: BusinessDate, { quality, shell }: Firm): Told {
  const isOpen = chance.happens(OPEN);
  const age = isOpen ? chance.whole(30, 300) : chance.whole(370, 540);
  const observedFrom = addDays(asOf, -age);
  const logOdds = RISK + RISK_PER_QUALITY * quality + (shell ? RISK_OF_SHELLS : 0);
  if (!chance.happens(1 / (1 + Math.exp(-logOdds))))
    return {
      classification: chance.happens(0.06) ? 'special_mention' : 'normal',
      daysPastDue: chance.happens(0.12) ? chance.whole(1, 45) : 0,
      observedFrom,
      observedTo: isOpen ? asOf : addMonths(observedFrom, YEAR),
    };
  const until = Math.min(age, chance.whole(100, 360));
  const daysPastDue = Math.min(until, chance.whole(91, 200));
  const { classification } = chance.weighted(worse);
  return { classification, daysPastDue, observedFrom, observedTo: addDays(observedFrom, until) };
}
