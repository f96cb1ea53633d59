import type { CreditRecord } from '../credit/record.ts';
import type { Facts } from './facts.ts';
import { counted, inUse } from './in-use.ts';
import { evidenceOf, fact, latestFirst, numberIn, type Reading, share } from './reading.ts';

const CHANGE_MONTHS = 24;

/** What owners, changes, branches, titles and yearly reports tell of a firm's substance. */
export function readOwners(reading: Reading): Facts {
  const changes = inUse(reading, 'registration-change', CHANGE_MONTHS);
  return {
    ...readCapital(reading),
    ...counted(reading, 'registration_changes_24m', 'registration-change', changes),
    ...counted(reading, 'branches', 'enterprise-branch', inUse(reading, 'enterprise-branch')),
    ...counted(
      reading,
      'owned_real_estate',
      'real-estate-ownership',
      inUse(reading, 'real-estate-ownership'),
    ),
    ...readReports(reading),
  };
}

/** 实缴: known where what is paid in is told of some owner; who tells nothing has paid nothing in. */
function readCapital(reading: Reading): Facts {
  const owners = inUse(reading, 'shareholder');
  const sum = (field: string) =>
    owners.reduce((all, { content }) => all + Math.max(0, numberIn(content, field) ?? 0), 0);
  const told = owners.some(({ content }) => numberIn(content, 'paid_in') !== undefined);
  const paid = Math.min(sum('paid_in'), sum('subscribed'));
  return fact(
    'paid_in_share_bp',
    told ? share(paid, sum('subscribed')) : undefined,
    evidenceOf(owners, ({ content }) => numberIn(content, 'subscribed') ?? 0),
  );
}

const REPORTS_DUE = 3;
/** 年报 of a year is due by 30 June of the next (企业信息公示暂行条例 §8). */
const DUE_MONTH_DAY = '-07-01';
/** Figures of an older report say nothing today. */
const MAX_REPORT_AGE_YEARS = 2;

function readReports(reading: Reading): Facts {
  const { asOf, enterprise, silenceMeansNone } = reading;
  const reports = inUse(reading, 'annual-report');
  const thisYear = yearOf(asOf);
  const lastDue = asOf.slice(4) >= DUE_MONTH_DAY ? thisYear - 1 : thisYear - 2;
  const due = Array.from({ length: REPORTS_DUE }, (_, back) => lastDue - back).filter(
    (year) => enterprise.establishedOn !== undefined && yearOf(enterprise.establishedOn) <= year,
  );
  const told = new Set(reports.map(({ content }) => numberIn(content, 'year')));
  const known = reports.length > 0 || silenceMeansNone('annual-report');
  return {
    ...fact(
      'annual_reports_missed_3y',
      known && enterprise.establishedOn !== undefined
        ? due.filter((year) => !told.has(year)).length
        : undefined,
      latestFirst(reports),
    ),
    ...readFigures(reports, thisYear),
  };
}

function readFigures(reports: readonly CreditRecord[], thisYear: number): Facts {
  const year = ({ content }: CreditRecord) => numberIn(content, 'year') ?? 0;
  const recent = reports
    .filter((report) => year(report) >= thisYear - MAX_REPORT_AGE_YEARS)
    .toSorted((a, b) => year(b) - year(a));
  const ratio = (part: string, whole: string) => {
    for (const { id, content } of recent) {
      const [over, under] = [numberIn(content, part), numberIn(content, whole)];
      const value = over === undefined || under === undefined ? undefined : share(over, under);
      if (value !== undefined) return { value, evidence: [id] };
    }
    return { value: undefined, evidence: [] };
  };
  const debt = ratio('liabilities', 'assets');
  const margin = ratio('net_profit', 'revenue');
  return {
    ...fact('debt_ratio_bp', debt.value, debt.evidence),
    ...fact('net_margin_bp', margin.value, margin.evidence),
  };
}

const yearOf = (day: string) => Number(day.slice(0, 4));
