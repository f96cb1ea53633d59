import type { CreditRecord } from '../credit/record.ts';
import { monthsBetween } from '../time.ts';
import { penaltyDecay, weightOf } from './decay.ts';
import type { Facts } from './facts.ts';
import { counted, inUse, standsIn } from './in-use.ts';
import { gradeFact } from './read-grade.ts';
import { evidenceOf, fact, type Reading, textIn } from './reading.ts';

const INSPECTION_MONTHS = 24;
const COERCION_MONTHS = 36;
const PENALTY_MONTHS = 36;
const failedOutcomes = ['not_published', 'concealed', 'not_found', 'uncooperative', 'unlawful'];

/** What those who watch over firms found: lists that ask for a look, grades, inspections, measures. */
export function readSupervision(reading: Reading): Facts {
  const inspected = inUse(reading, 'administrative-inspection', INSPECTION_MONTHS);
  const outcomeOf = ({ content }: CreditRecord) => textIn(content, 'outcome') ?? '';
  const failed = inspected.filter((record) => failedOutcomes.includes(outcomeOf(record)));
  const passed = inspected.filter((record) => outcomeOf(record) === 'clean');
  const coercions = inUse(reading, 'administrative-coercion', COERCION_MONTHS);
  return {
    ...readPenaltyWeight(reading),
    ...standsIn(reading, 'tax_abnormal', 'tax-abnormal'),
    ...standsIn(reading, 'abnormal_operation', 'abnormal-operation'),
    ...standsIn(reading, 'attention_listed', 'attention-list'),
    ...gradeFact(reading, 'environmental_grade', 'environmental-grade'),
    ...gradeFact(reading, 'labour_grade', 'labour-grade'),
    ...gradeFact(reading, 'public_credit_grade', 'public-credit-grade'),
    ...counted(reading, 'inspections_failed_24m', 'administrative-inspection', failed),
    ...counted(reading, 'inspections_passed_24m', 'administrative-inspection', passed),
    ...counted(reading, 'coercions_in_force', 'administrative-coercion', coercions),
  };
}

/** 次数×轻重×时间衰减×是否修复 (domain.md D1): what was repaired or has run out weighs nothing. */
function readPenaltyWeight(reading: Reading): Facts {
  const penalties = inUse(reading, 'administrative-penalty', PENALTY_MONTHS);
  const known = penalties.length > 0 || reading.silenceMeansNone('administrative-penalty');
  const weigh = ({ severity, occurredOn }: CreditRecord) =>
    weightOf(penaltyDecay, { severity, ageMonths: monthsBetween(occurredOn, reading.asOf) });
  return fact(
    'penalty_weight',
    known ? penalties.reduce((all, record) => all + weigh(record), 0) : undefined,
    evidenceOf(penalties, weigh),
  );
}
