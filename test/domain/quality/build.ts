import type { WorkingCalendar } from '#domain/calendar';
import { type Counts, NO_ROWS, type Verdict } from '#domain/credit/batch';
import type { CatalogueId } from '#domain/credit/catalogue';
import type { SupplierId } from '#domain/ids';
import { definitionOf, type QualityDefinition } from '#domain/quality/definition';
import { parsePeriod, type QualityPeriod } from '#domain/quality/period';
import { addCells, type Tally, type TallyCell, tallyDay, UNKNOWN } from '#domain/quality/tally';
import { date } from '#domain/time';

/** 2023 and 2024 by weekends, with National Day, New Year and the days worked for them. */
const holidays = new Set([
  '2023-01-02', // New Year 2023, for a Sunday.
  '2023-09-29', // Mid-autumn, then National Day.
  '2023-10-02',
  '2023-10-03',
  '2023-10-04',
  '2023-10-05',
  '2023-10-06',
  '2024-01-01',
]);
const worked = new Set(['2023-10-07', '2023-10-08']);
export const calendar: WorkingCalendar = {
  firstYear: 2022,
  lastYear: 2024,
  isWorkingDay: (day) =>
    worked.has(day) || !(holidays.has(day) || [0, 6].includes(new Date(day).getUTCDay())),
};

export function definition(id: string): QualityDefinition {
  const found = definitionOf(id);
  if (!found.ok) throw new Error(`${id} is a definition`);
  return found.value;
}

export function period(name: string): QualityPeriod {
  const parsed = parsePeriod(name);
  if (!parsed.ok) throw new Error(`${name} is a period`);
  return parsed.value;
}

/** A row as it stands in a department's list. */
export type Delivered = {
  readonly supplier: SupplierId;
  readonly catalogue: CatalogueId;
  readonly deliveredOn: string;
  readonly district: string;
  /** The day of the act; absent where the file has none that can be read. */
  readonly day?: string;
  readonly verdict: Verdict;
};

const one = (verdict: Verdict): Counts => ({ ...NO_ROWS, delivered: 1, [verdict]: 1 });

const cellOf = ({ district, day, deliveredOn, verdict }: Delivered): TallyCell => ({
  district,
  day:
    day === undefined
      ? UNKNOWN
      : tallyDay(date(day), { deliveredOn: date(deliveredOn), packed: false }),
  counts: one(verdict),
});

/** One tally for each batch that these rows would be delivered in. */
export const talliesOf = (rows: readonly Delivered[], mark = ''): readonly Tally[] =>
  [
    ...Map.groupBy(
      rows,
      ({ supplier, catalogue, deliveredOn }) => `${supplier} ${catalogue} ${deliveredOn}`,
    ).values(),
  ].flatMap((own, index) => {
    const [first] = own;
    return first
      ? [
          {
            batch: `batch_${mark}${index}` as const,
            supplier: first.supplier,
            catalogue: first.catalogue,
            deliveredOn: date(first.deliveredOn),
            cells: addCells([own.map(cellOf)]),
          },
        ]
      : [];
  });
