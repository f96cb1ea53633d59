import type { WorkingCalendar } from '../calendar.ts';
import type { Catalogue, CatalogueId } from '../credit/catalogue.ts';
import { catalogueOf } from '../credit/catalogues.ts';
import type { SupplierId } from '../ids.ts';
import { accept, type Outcome } from '../refusal.ts';
import type { Supplier } from '../supplier/supplier.ts';
import type { BusinessDate } from '../time.ts';
import { covers, type QualityDefinition } from './definition.ts';
import type { QualityPeriod } from './period.ts';
import { type Slot, slotsOf } from './slots.ts';
import type { Tally } from './tally.ts';

type Asked = {
  readonly suppliers: readonly Supplier[];
  readonly definition: QualityDefinition;
  readonly period: QualityPeriod;
  readonly calendar: WorkingCalendar;
  readonly asOf: BusinessDate;
  readonly supplier?: SupplierId;
};

/** The cycles in which a supplier had to deliver a catalogue, and those in which it did. */
export type Duty = {
  readonly supplier: SupplierId;
  readonly catalogue: CatalogueId;
  /** Absent of a supplier of the whole city. */
  readonly district?: string;
  readonly due: number;
  readonly met: number;
};

/** The days on which a supplier delivered a catalogue, by both. */
export type DaysDelivered = Map<string, Set<BusinessDate>>;

const nameOf = (duty: Pick<Duty, 'supplier' | 'catalogue'>): string =>
  `${duty.supplier} ${duty.catalogue}`;

export function noteDay(days: DaysDelivered, tally: Tally): void {
  const name = nameOf(tally);
  const own = days.get(name) ?? new Set();
  days.set(name, own.add(tally.deliveredOn));
}

/**
 * 上报率's parts: every duty in the definition's scope of which a cycle has ended in the period. A cycle is met
 * by a delivery on one of its days, whatever became of the rows. Refuses: calendar_year_unknown.
 */
export function dutiesOf(asked: Asked, delivered: DaysDelivered): Outcome<readonly Duty[]> {
  const owed = owedOf(asked);
  if (!owed.ok) return owed;
  return accept(
    owed.value.map(({ slots, ...duty }) => {
      const days = [...(delivered.get(nameOf(duty)) ?? [])];
      const met = slots.filter(({ from, to }) => days.some((day) => from <= day && day <= to));
      return { ...duty, due: slots.length, met: met.length };
    }),
  );
}

/**
 * The days of which deliveries have to be known to measure a period: a quarter that ends in it began before it.
 * Refuses: calendar_year_unknown.
 */
export function daysRead(
  asked: Asked,
): Outcome<{ readonly from: BusinessDate; readonly to: BusinessDate }> {
  const owed = owedOf(asked);
  if (!owed.ok) return owed;
  const firsts = owed.value.flatMap(({ slots }) => slots.map(({ from }) => from));
  const [from = asked.period.from] = [asked.period.from, ...firsts].sort();
  return accept({ from, to: asked.period.to });
}

type Owed = Omit<Duty, 'due' | 'met'> & { readonly slots: readonly Slot[] };

function owedOf({
  suppliers,
  definition,
  period,
  calendar,
  asOf,
  supplier,
}: Asked): Outcome<readonly Owed[]> {
  const owed: Owed[] = [];
  for (const { id, district, duties } of suppliers) {
    if (supplier !== undefined && supplier !== id) continue;
    for (const duty of new Set(duties)) {
      const catalogue = catalogueOf(duty);
      if (!catalogue || !covers(definition, catalogue)) continue;
      const slots = slotsOf(catalogue.cycle, period, calendar);
      if (!slots.ok) return slots;
      const over = slots.value.filter(({ to }) => to < asOf && isInForce(catalogue, to));
      if (over.length === 0) continue;
      owed.push({ supplier: id, catalogue: duty, ...(district && { district }), slots: over });
    }
  }
  return accept(owed);
}

const isInForce = ({ effective: { from, to } }: Catalogue, day: BusinessDate): boolean =>
  from <= day && (to === undefined || day <= to);
