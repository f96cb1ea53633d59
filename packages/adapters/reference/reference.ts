import type { Reference } from '#usecases/ports';
import { workingCalendar } from './calendar.ts';
import { isIndustry } from './industries.ts';
import { lprFixings } from './lpr.ts';

export const reference = (): Reference => ({
  calendar: workingCalendar,
  lpr: lprFixings,
  isIndustry,
});
