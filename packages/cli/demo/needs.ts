import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import type { UnifiedCode } from '#domain/ids';
import { yuan } from '#domain/money';
import type { NeedTerms } from '#domain/need/need';
import type { Guarantee, Purpose, Repayment } from '#domain/product/vocabulary';
import { basisPoints } from '#domain/rate';
import { addDays, type BusinessDate, months } from '#domain/time';
import { type Chance, createChance } from './chance.ts';
import type { Firm } from './firm.ts';

const VALID_DAYS = 90;
/** 万元. */
const LARGEST = 5000;
const SMALLEST = 10;

const purposes: readonly { purpose: Purpose; weight: number; fits: RegExp }[] = [
  { purpose: 'working_capital', weight: 46, fits: /./ },
  { purpose: 'orders', weight: 14, fits: /^[CF]/ },
  { purpose: 'wages', weight: 5, fits: /./ },
  { purpose: 'equipment', weight: 11, fits: /^[CEG]/ },
  { purpose: 'upgrade', weight: 5, fits: /^C/ },
  { purpose: 'research', weight: 7, fits: /^(C2[67]|C3|C4|I|M)/ },
  { purpose: 'project', weight: 3, fits: /^[EGN]/ },
  { purpose: 'green', weight: 2, fits: /^[CN]/ },
  { purpose: 'foreign_trade', weight: 4, fits: /^(C|F51)/ },
  { purpose: 'renewal', weight: 6, fits: /./ },
];

const offers: readonly { guarantee: Guarantee; probability: number }[] = [
  { guarantee: 'unsecured', probability: 0.8 },
  { guarantee: 'guarantor_person', probability: 0.45 },
  { guarantee: 'guarantor_firm', probability: 0.2 },
  { guarantee: 'mortgage', probability: 0.3 },
  { guarantee: 'pledge_receivables', probability: 0.12 },
  { guarantee: 'pledge_ip', probability: 0.05 },
  { guarantee: 'guarantee_company', probability: 0.35 },
  { guarantee: 'risk_fund', probability: 0.22 },
];

/** Good and bad firms ask alike, so that some needs find many products and some none. */
export function makeNeeds(
  terms: { readonly seed: number; readonly asOf: BusinessDate; readonly needs: number },
  population: readonly Firm[],
): readonly NeedTerms[] {
  const asking = population.filter(
    ({ status, size }) => status === 'operating' && size !== 'large',
  );
  const chosen = createChance(terms.seed, 'needs').some(asking, terms.needs);
  return chosen.map((firm, index) => needOf(terms, firm, index));
}

function needOf(
  { seed, asOf }: { readonly seed: number; readonly asOf: BusinessDate },
  firm: Firm,
  index: number,
): NeedTerms {
  const chance = createChance(seed, 'need', index);
  const fitting = purposes.filter(({ fits }) => fits.test(firm.trade.code));
  const { purpose } = chance.weighted(fitting);
  const long = purpose === 'equipment' || purpose === 'upgrade' || purpose === 'project';
  return {
    id: `need_demo-${seed}-${String(index + 1).padStart(3, '0')}`,
    code: codeOf(firm),
    principal: yuan(principalOf(chance, firm, long) * 10_000),
    term: months(chance.pick(long ? [24, 36, 36, 48, 60] : [6, 12, 12, 12, 18, 24])),
    purpose,
    guarantees: guaranteesOf(chance, long),
    ...(chance.happens(0.35) && { repayment: repaymentOf(chance, long) }),
    ...(chance.happens(0.5) && { rateCeiling: basisPoints(chance.whole(7, 13) * 50) }),
    audience: { to: 'all' },
    visibility: 'named',
    validTo: addDays(asOf, VALID_DAYS),
  };
}

/** 万元: a tenth of a year's sales more or less, twice that for what lasts. */
function principalOf(chance: Chance, firm: Firm, long: boolean): number {
  const wished = firm.sales * chance.logBetween(0.06, 0.35) * (long ? 1.8 : 1);
  const step = wished > 200 ? 50 : wished > 50 ? 10 : 5;
  return Math.min(LARGEST, Math.max(SMALLEST, step * Math.round(wished / step)));
}

/** Nobody lends for years on a name alone: who builds or equips can offer something to hold on to. */
function guaranteesOf(chance: Chance, long: boolean): readonly Guarantee[] {
  const offered = offers.filter(
    ({ guarantee, probability }) =>
      chance.happens(probability) || (long && guarantee === 'mortgage'),
  );
  return offered.length > 0 ? offered.map(({ guarantee }) => guarantee) : ['unsecured'];
}

const repaymentOf = (chance: Chance, long: boolean): Repayment =>
  chance.pick(
    long ? ['equal_instalments', 'equal_principal'] : ['interest_monthly', 'revolving', 'bullet'],
  );

function codeOf({ code }: Firm): UnifiedCode {
  const parsed = parseUnifiedCode(code);
  if (!parsed.ok) throw new Error(`Broken promise: ${code} is a lawful code`);
  return parsed.value;
}
