import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import {
  checkOutcome,
  type LoanOutcome,
  type OutcomeReport,
  ofOtherLoan,
  saysTheSame,
} from '#domain/scoring/monitoring/loan-outcome';
import { mayReport } from './may-report.ts';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * A bank reports what became of a loan; the same again changes nothing, and a correction is another report under the
 * same id. Refuses, in this order: what `checkOutcome` refuses, outcome_differs (the id is of another firm, bank or
 * loan), enterprise_unknown, consent_required (see `mayReport`), busy.
 */
export const reportOutcome =
  (ports: Ports) =>
  (asker: Principal, report: OutcomeReport): Promise<Outcome<Written<LoanOutcome>>> =>
    untilCommitted<Written<LoanOutcome>>(async () => {
      const today = ports.today();
      const [fault] = checkOutcome(report, today);
      if (fault) return { ok: false, refusal: fault };
      const kept = await ports.store.get('outcome', report.id);
      const field = kept && ofOtherLoan(kept.value, report);
      if (field)
        return refuse('outcome_differs', {
          field,
          expected: 'the loan first reported under this id',
        });
      if (kept && saysTheSame(kept.value, report)) return accept({ ...kept, created: false });
      if (!(await ports.store.get('enterprise', report.code)))
        return refuse('enterprise_unknown', { field: 'code', actual: report.code });
      if (!(await mayReport(ports, report)))
        return refuse('consent_required', {
          field: 'code',
          expected:
            'a consent of the firm to this bank for credit_assessment or post_loan_monitoring',
        });
      const expected = kept?.version ?? 0;
      const value: LoanOutcome = { ...report, reportedOn: today };
      const result = await ports.store.commit({
        changes: [{ kind: 'outcome', value, expected }],
        events: [],
        by: asker,
      });
      return committed(result, { value, version: expected + 1, created: !kept });
    });
