import type { SupplierId } from '#domain/ids';
import type { Principal } from '#domain/principal';
import { definitionOf, definitionOn } from '#domain/quality/definition';
import { daysRead } from '#domain/quality/duties';
import { type MeasureTerms, startMeasuring } from '#domain/quality/measure';
import { monthsOf, parsePeriod } from '#domain/quality/period';
import type { Grouping, QualityTable } from '#domain/quality/quality-table';
import type { Outcome } from '#domain/refusal';
import { monthOf } from '#domain/time';
import { listAll } from './list-all.ts';
import { MAX_PAGE, type Ports } from './ports.ts';

export type QualityAsked = {
  /** `2023-07`, `2023-Q3` or `2023`; this month unless told. */
  readonly period?: string;
  /** Id of a definition; the city's in force on the last day of the period unless told. */
  readonly definition?: string;
  readonly by: Grouping;
  readonly supplier?: SupplierId;
};

/**
 * Reckons the quality of a period from what was delivered, whenever that was and by whichever definition.
 * Refuses: period_wrong, definition_unknown, calendar_year_unknown.
 */
export const measureQuality =
  (ports: Ports) =>
  async (
    _asker: Principal,
    { period: name = monthOf(ports.today()), definition: id, by, supplier }: QualityAsked,
  ): Promise<Outcome<QualityTable>> => {
    const period = parsePeriod(name);
    if (!period.ok) return period;
    const definition = id === undefined ? definitionOn(period.value.to) : definitionOf(id);
    if (!definition.ok) return definition;
    const terms: MeasureTerms = {
      suppliers: await listAll(ports.store, 'suppliers', 'all'),
      definition: definition.value,
      period: period.value,
      calendar: ports.reference.calendar,
      asOf: ports.today(),
      by,
      ...(supplier !== undefined && { supplier }),
    };
    const days = daysRead(terms);
    if (!days.ok) return days;
    const measuring = startMeasuring(terms);
    for (const month of monthsOf(days.value))
      for await (const tallies of talliesOf(ports, month)) {
        const added = measuring.add(tallies);
        if (!added.ok) return added;
      }
    return measuring.table();
  };

async function* talliesOf({ store }: Ports, month: string) {
  let after: string | undefined;
  do {
    const page = await store.list('talliesOf', month, {
      limit: MAX_PAGE,
      ...(after !== undefined && { after }),
    });
    yield page.items.map(({ value }) => value);
    after = page.next;
  } while (after !== undefined);
}
