import { addDays, type BusinessDate, date, parseDate } from '../time.ts';

const SEPARATOR = '[-/.‐–—−]';
const ZONE = String.raw`(?<zone>Z|[+-]\d{2}:?\d{2})?`;
const CLOCK = String.raw`(?:[ T]?(?<hour>\d{1,2})[:时](?<minute>\d{1,2})(?:[:分](?<second>\d{1,2})(?:\.\d+)?秒?|分)?${ZONE})?`;
const written = (day: string, clock = CLOCK) => new RegExp(`^${day}${clock}$`);

/** Behind NFKC, so that digits and signs of any width are plain. */
const DAYS = [
  written(String.raw`(?<year>\d{4})${SEPARATOR}(?<month>\d{1,2})${SEPARATOR}(?<day>\d{1,2})`),
  written(String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`),
  written(
    String.raw`(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})`,
    String.raw`(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})`,
  ),
];
const NUMERAL = '[0-9〇○◯零Oo一二三四五六七八九十廿卅元]';
/** Blanks left out. */
const CHINESE_DAY = written(
  `(?<year>${NUMERAL}{4})年(?<month>${NUMERAL}{1,2})月(?<day>${NUMERAL}{1,3})[日号]`,
);
const CHINESE_MONTH = new RegExp(`^(?<year>${NUMERAL}{4})年(?<month>${NUMERAL}{1,2})月$`);
const MONTH = new RegExp(String.raw`^(?<year>\d{4})${SEPARATOR}?(?<month>\d{2})$`);
const SHORT_MONTH = new RegExp(String.raw`^(?<year>\d{4})${SEPARATOR}(?<month>\d)$`);

/**
 * A day as it is met in the field: `2023-07-18`, `2023/7/18`, `2023.7.18`, `20230718`, `2023年7月18日`,
 * `二〇二三年七月十八日`, each also with a time of day, which is left out unless it has a zone: then the day is
 * that in Shanghai. Bare numbers are Excel's serials of 1990 to 2100, or milliseconds (13 digits) or seconds
 * (10) since 1970. Undefined where it is no day, or could be two: a month in letters, the day before the month.
 */
export function parseDayAsWritten(text: string): BusinessDate | undefined {
  const strict = parseDate(text);
  if (strict !== undefined) return strict;
  const plain = text.normalize('NFKC');
  for (const form of DAYS) {
    const parts = form.exec(plain)?.groups;
    if (parts) return dayOf(parts);
  }
  const chinese = CHINESE_DAY.exec(plain.replace(/\s/g, ''))?.groups;
  return chinese ? dayOf(chinese) : numberedDay(plain);
}

/** `2023-07`, `2023/7`, `202307`, `2023年7月`, `二〇二三年七月`, or any day in the month, as `2023-07`. */
export function parseMonthAsWritten(text: string): string | undefined {
  const plain = text.normalize('NFKC');
  const parts =
    MONTH.exec(plain)?.groups ??
    SHORT_MONTH.exec(plain)?.groups ??
    CHINESE_MONTH.exec(plain.replace(/\s/g, ''))?.groups;
  return (parts ? dayOf({ ...parts, day: '1' }) : parseDayAsWritten(text))?.slice(0, 7);
}

type Parts = Readonly<Record<string, string | undefined>>;

function dayOf({ year = '', month = '', day = '', hour, minute, second, zone }: Parts) {
  const parsed = parseDate([digits(year), two(month), two(day)].join('-'));
  if (parsed === undefined || hour === undefined) return parsed;
  const minutes = Number(hour) * 60 + Number(minute);
  const lawful = minutes <= MINUTES_OF_DAY && Number(minute) < 60 && Number(second ?? 0) <= 60;
  if (!lawful) return undefined;
  return zone === undefined
    ? parsed
    : addDays(parsed, Math.floor((minutes - offsetOf(zone) + SHANGHAI_AHEAD) / MINUTES_OF_DAY));
}

const MINUTES_OF_DAY = 24 * 60;
const SHANGHAI_AHEAD = 8 * 60;

/** Minutes east of Greenwich. */
function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** 十八, 廿一, 三十, 一八, 〇七 and 7 as digits; what is no number stays what it is, and is no day. */
function digits(numeral: string): string {
  const tens = /^([二三]?)十(.?)$|^([廿卅])(.?)$/.exec(numeral);
  if (!tens) return [...numeral].map(digitOf).join('');
  const [, count = '', units = '', twenty, more = ''] = tens;
  if (twenty !== undefined) return `${twenty === '廿' ? 2 : 3}${digitOf(more || '〇')}`;
  return `${digitOf(count || '一')}${digitOf(units || '〇')}`;
}

const NUMERALS = [...'〇一二三四五六七八九'];
const digitOf = (numeral: string) => {
  if (/[○◯零Oo]/.test(numeral)) return '0';
  if (numeral === '元') return '1';
  const digit = NUMERALS.indexOf(numeral);
  return digit < 0 ? numeral : String(digit);
};

const two = (numeral: string) => digits(numeral).padStart(2, '0');

/** Excel's 1900 system: 1900-03-01 is day 61, counting the 29 February of that year which never was. */
const SERIAL_61 = date('1900-03-01');
const SERIALS = { first: 32_874, last: 73_415 };
const EPOCH = date('1970-01-01');
const SECONDS_OF_DAY = 86_400;
/** 2001-09-09, the first with ten digits, to the end of 2100. */
const SECONDS = { first: 1_000_000_000, last: 4_133_980_800 - SHANGHAI_AHEAD * 60 - 1 };

function numberedDay(plain: string): BusinessDate | undefined {
  if (/^\d{5}(?:\.\d+)?$/.test(plain)) {
    const serial = Math.floor(Number(plain));
    const known = serial >= SERIALS.first && serial <= SERIALS.last;
    return known ? addDays(SERIAL_61, serial - 61) : undefined;
  }
  if (!/^\d{10}(?:\d{3})?$/.test(plain) || isDayAndHour(plain)) return undefined;
  const seconds = Math.floor(Number(plain) / (plain.length === 13 ? 1000 : 1));
  return seconds >= SECONDS.first && seconds <= SECONDS.last
    ? addDays(EPOCH, Math.floor((seconds + SHANGHAI_AHEAD * 60) / SECONDS_OF_DAY))
    : undefined;
}

/** `2023071816` is 16 o'clock or a second of 2034: nobody can know. */
const isDayAndHour = (plain: string) =>
  plain.length === 10 &&
  Number(plain.slice(8)) <= 24 &&
  dayOf({ year: plain.slice(0, 4), month: plain.slice(4, 6), day: plain.slice(6, 8) }) !==
    undefined;
