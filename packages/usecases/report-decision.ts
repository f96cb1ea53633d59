import {
  type CreditDecision,
  checkDecision,
  countDecision,
  type DecisionReport,
  ofOtherDecision,
} from '#domain/matching/credit-decision';
import { marginOf } from '#domain/matching/margin';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { applicantIn, loadMarket, type Products } from './load-market.ts';
import { mayReport } from './may-report.ts';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * A bank reports how it decided on a need, so that likelihoods are learnt from what banks do; the same again changes
 * nothing, and a correction is another report under the same id, counted in the place of the first. Refuses, in this
 * order: what `checkDecision` refuses, decision_differs (the id is of another need, product or bank), not_found (need,
 * product of this bank), consent_required (see `mayReport`), busy.
 */
export const reportDecision =
  (ports: Ports, products: Products) =>
  (asker: Principal, report: DecisionReport): Promise<Outcome<Written<CreditDecision>>> =>
    untilCommitted<Written<CreditDecision>>(async () => {
      const today = ports.today();
      const [fault] = checkDecision(report, today);
      if (fault) return { ok: false, refusal: fault };
      const [kept, need, product, approvals] = await Promise.all([
        ports.store.get('decision', report.id),
        ports.store.get('need', report.need),
        ports.store.get('product', report.product),
        ports.store.get('approvals', 'city'),
      ]);
      const field = kept && ofOtherDecision(kept.value, report);
      if (field)
        return refuse('decision_differs', {
          field,
          expected: 'the decision first reported under this id',
        });
      const { approved, decidedOn } = report;
      if (kept?.value.approved === approved && kept.value.decidedOn === decidedOn)
        return accept({ ...kept, created: false });
      const market = need && (await loadMarket(ports, products, need.value.code));
      if (!need || !market) return refuse('not_found', { field: 'need', actual: report.need });
      if (product?.value.bank.id !== report.bank)
        return refuse('not_found', { field: 'product', actual: report.product });
      const { code } = need.value;
      if (!(await mayReport(ports, { code, bank: report.bank })))
        return refuse('consent_required', {
          field: 'need',
          expected: 'a consent of the firm to this bank for credit_assessment',
        });
      const applicant = applicantIn(market, need.value, today);
      const value: CreditDecision = {
        ...report,
        code,
        kind: kept?.value.kind ?? product.value.kind,
        margin: kept?.value.margin ?? marginOf(product.value, applicant),
        reportedOn: today,
      };
      const histories = countDecision(approvals?.value.histories ?? {}, value, kept?.value);
      const version = (kept?.version ?? 0) + 1;
      const result = await ports.store.commit({
        changes: [
          { kind: 'decision', value, expected: kept?.version ?? 0 },
          {
            kind: 'approvals',
            value: { id: 'city', histories },
            expected: approvals?.version ?? 0,
          },
        ],
        events: [],
        by: asker,
      });
      return committed(result, { value, version, created: !kept });
    });
