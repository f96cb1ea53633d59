const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Years of two digits up to this one are of this century (as in C's strptime). */
const LAST_OF_CENTURY = 68;

/**
 * The number in a cell: `12.5`, `-3e4`, `$60,000.00`, `(1,200)`, `12 %` (= 0.12), or a date as days since
 * 1970-01-01: `2006-03-31`, `2006/3/31`, `3/31/2006` (month first), `31-Mar-06`. NaN where there is none.
 */
export function readNumber(text: string): number {
  if (PLAIN.test(text)) return Number(text);
  const bare = text.replace(/^(\(?[+-]?)\s*[$€£¥￥]\s*/, '$1');
  const negative = /^\(.*\)$/.test(bare) || bare.startsWith('-');
  const percent = /%\)?$/.test(bare);
  const digits = bare
    .replace(/^\(|\)$/g, '')
    .replace(/^[+-]/, '')
    .replace(/\s*%$/, '')
    .trim();
  if (PLAIN.test(digits) || GROUPED.test(digits)) {
    const size = Number(digits.replaceAll(',', '')) / (percent ? 100 : 1);
    return negative ? -size : size;
  }
  return readDay(text);
}

function readDay(text: string): number {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (american) return dayOf(yearOf(american[3]), Number(american[1]), Number(american[2]));
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{2}|\d{4})$/.exec(text);
  if (!named) return Number.NaN;
  const month = MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1;
  return dayOf(yearOf(named[3]), month, Number(named[1]));
}

function yearOf(text = ''): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year <= LAST_OF_CENTURY ? 2000 + year : 1900 + year;
}

/** Days since 1970-01-01 in the Gregorian calendar, reckoned in years that begin in March. */
function dayOf(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > 31) return Number.NaN;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const leaps = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + yearOfEra * 365 + leaps + dayOfYear - 719_468;
}
