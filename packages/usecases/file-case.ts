import type { Case, CaseTerms } from '#domain/case/case';
import { caseDiffers } from '#domain/case/case-differs';
import { decideFiling } from '#domain/case/decide-filing';
import type { Principal } from '#domain/principal';
import { accept, type Outcome, refuse } from '#domain/refusal';
import { announce } from './announce.ts';
import { listAll } from './list-all.ts';
import type { Ports } from './ports.ts';
import type { Written } from './put-product.ts';
import { committed, untilCommitted } from './until-committed.ts';

/**
 * Files an objection to a record or asks for its repair; the same again is answered alike. Refuses, in this
 * order: case_differs (same id, other content; names the field), then what `decideFiling` refuses.
 */
export const fileCase =
  (ports: Ports) =>
  (asker: Principal, terms: CaseTerms): Promise<Outcome<Written<Case>>> =>
    untilCommitted<Written<Case>>(async () => {
      const kept = await ports.store.get('case', terms.id);
      if (kept) {
        const field = caseDiffers(kept.value, terms);
        return field
          ? refuse('case_differs', { field, expected: 'the case first filed under this id' })
          : accept({ ...kept, created: false });
      }
      const [record, { entries }, cases] = await Promise.all([
        ports.store.get('record', terms.record),
        ports.store.profile(terms.code),
        listAll(ports.store, 'casesOfEnterprise', terms.code),
      ]);
      const filed = decideFiling({
        terms,
        record: record?.value,
        entries,
        cases,
        now: ports.now(),
        today: ports.today(),
        calendar: ports.reference.calendar,
      });
      if (!filed.ok) return filed;
      const { id, kind, status, code } = filed.value;
      const result = await ports.store.commit({
        changes: [{ kind: 'case', value: filed.value, expected: 0 }],
        events: [
          announce(ports, asker, {
            type: 'case_moved',
            case: id,
            kind,
            status,
            code,
            record: terms.record,
          }),
        ],
      });
      return committed(result, { value: filed.value, version: 1, created: true });
    });
