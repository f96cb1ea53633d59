import type { WorkingCalendar } from '../calendar.ts';
import { catalogueOf } from '../credit/catalogues.ts';
import type { SupplierId } from '../ids.ts';
import { accept, type Outcome } from '../refusal.ts';
import type { Supplier } from '../supplier/supplier.ts';
import type { BusinessDate } from '../time.ts';
import { covers, type QualityDefinition } from './definition.ts';
import { type DaysDelivered, type Duty, dutiesOf, noteDay } from './duties.ts';
import { figuresOf } from './figures.ts';
import type { QualityPeriod } from './period.ts';
import { type Grouping, type QualityTable, type RowKey, WHOLE_CITY } from './quality-table.ts';
import { rank } from './rank.ts';
import { addCycles, addRows, newSum, type Sum, weigh } from './sum.ts';
import { type Tally, type TallyCell, UNKNOWN } from './tally.ts';
import { earliestTimely } from './timely.ts';

export type MeasureTerms = {
  /** The registered ones, with the duties that they have now. Of others no 上报率 is known. */
  readonly suppliers: readonly Supplier[];
  readonly definition: QualityDefinition;
  readonly period: QualityPeriod;
  readonly calendar: WorkingCalendar;
  /** Cycles that end on this day or later are not over, so nobody has missed them. */
  readonly asOf: BusinessDate;
  readonly by: Grouping;
  /** This supplier's figures alone. */
  readonly supplier?: SupplierId;
};

/** A table while it is added up: the tallies of a year need not be in memory at once. */
export type Measuring = {
  /**
   * Tallies delivered in the period, and before it as far back as `daysRead` says; others are left aside.
   * Refuses: calendar_year_unknown.
   */
  readonly add: (tallies: readonly Tally[]) => Outcome<undefined>;
  /** Ends it; to be asked once. Refuses: calendar_year_unknown. */
  readonly table: () => Outcome<QualityTable>;
};

/**
 * The quality of what was delivered in a period: rates, targets missed, ranks and weak points, one row for each
 * supplier, catalogue or district. Only catalogues that the definition speaks of count. From the same tallies
 * come the same figures, in whatever order, however the rows were dealt out to batches.
 */
export function startMeasuring(terms: MeasureTerms): Measuring {
  const { definition, period, by } = terms;
  const sums = new Map<string, Sum>();
  const total = newSum({});
  const both = (key: RowKey): readonly Sum[] => {
    const name = JSON.stringify(key);
    const sum = sums.get(name) ?? newSum(key);
    sums.set(name, sum);
    return [sum, total];
  };
  const days: DaysDelivered = new Map();
  const addTally = tallyAdder(terms, both);
  return {
    add: (tallies) => {
      for (const tally of tallies) {
        if (!isAsked(tally, terms)) continue;
        noteDay(days, tally);
        const added = addTally(tally);
        if (!added.ok) return added;
      }
      return accept(undefined);
    },
    table: () => {
      const duties = dutiesOf(terms, days);
      if (!duties.ok) return duties;
      const owing = duties.value.map((duty) => ({
        duty,
        key: keyOf(by, duty, duty.district ?? WHOLE_CITY),
      }));
      for (const { duty, key } of owing) for (const sum of both(key)) addCycles(sum, duty);
      const rows = [...sums.values()].map((sum) => ({ ...sum.key, ...figuresOf(sum, definition) }));
      return accept({
        definition: { id: definition.id, version: definition.version },
        period: period.name,
        from: period.from,
        to: period.to,
        by,
        total: figuresOf(total, definition),
        rows: rank(rows, definition),
      });
    },
  };
}

/** The table of tallies that are all at hand. Refuses: calendar_year_unknown. */
export function measure({
  tallies,
  ...terms
}: MeasureTerms & { readonly tallies: readonly Tally[] }): Outcome<QualityTable> {
  const measuring = startMeasuring(terms);
  const added = measuring.add(tallies);
  return added.ok ? measuring.table() : added;
}

function isAsked(tally: Tally, { definition, supplier }: MeasureTerms): boolean {
  const catalogue = catalogueOf(tally.catalogue);
  return (
    catalogue !== undefined &&
    covers(definition, catalogue) &&
    (supplier === undefined || tally.supplier === supplier)
  );
}

/** Adds the rows of one tally, if it was delivered in the period. Refuses: calendar_year_unknown. */
function tallyAdder(
  { definition, period, calendar, by }: MeasureTerms,
  sumsOf: (key: RowKey) => readonly Sum[],
): (tally: Tally) => Outcome<undefined> {
  const earliestOn = new Map<BusinessDate, BusinessDate>();
  return (tally) => {
    const { deliveredOn } = tally;
    if (deliveredOn < period.from || deliveredOn > period.to) return accept(undefined);
    if (definition.timely && !earliestOn.has(deliveredOn)) {
      const earliest = earliestTimely(definition.timely, deliveredOn, calendar);
      if (!earliest.ok) return earliest;
      earliestOn.set(deliveredOn, earliest.value);
    }
    const how = { definition, whose: tally };
    for (const [district, cells] of by === 'district' ? byDistrict(tally) : together(tally)) {
      const weighed = weigh(cells, earliestOn.get(deliveredOn));
      for (const sum of sumsOf(keyOf(by, tally, district))) addRows(sum, weighed, how);
    }
    return accept(undefined);
  };
}

type Cells = Iterable<readonly [district: string, cells: readonly TallyCell[]]>;

const byDistrict = ({ cells }: Tally): Cells => Map.groupBy(cells, ({ district }) => district);

/** Where rows of the table are not districts, nobody asks for one. */
const together = ({ cells }: Tally): Cells => [[UNKNOWN, cells]];

function keyOf(
  by: Grouping,
  { supplier, catalogue }: Pick<Duty, 'supplier' | 'catalogue'>,
  district: string,
): RowKey {
  switch (by) {
    case 'supplier':
      return { supplier };
    case 'catalogue':
      return { catalogue };
    case 'district':
      return { district };
    case 'supplier_catalogue':
      return { supplier, catalogue };
  }
}
