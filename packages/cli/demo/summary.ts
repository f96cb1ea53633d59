import { addCounts, type Counts, NO_ROWS, verdicts } from '#domain/credit/batch';
import type { NeedTerms } from '#domain/need/need';
import type { MatchingAnswer, ProductMatchAnswer } from './answers.ts';
import { shortName } from './department.ts';
import { sampleLines } from './sample.ts';
import { alignTable } from './width.ts';

/** One need and what the platform makes of it. */
export type SampleMatch = {
  readonly firm: string;
  readonly need: NeedTerms;
  readonly points?: number;
  readonly eligible: number;
  readonly best?: ProductMatchAnswer;
  readonly misfit?: ProductMatchAnswer;
  /** What the misfit lacks. */
  readonly findings: MatchingAnswer['findings'];
};

/** What became of the city, as the platform tells it. */
export type CitySummary = {
  readonly url: string;
  readonly seed: number;
  readonly asOf: string;
  readonly suppliers: readonly { readonly supplier: string; readonly counts: Counts }[];
  readonly firms: number;
  readonly grades: readonly { readonly grade: string; readonly firms: number }[];
  readonly whitelist?: {
    readonly name: string;
    readonly listed: number;
    readonly considered: number;
  };
  readonly products: number;
  readonly banks: number;
  readonly needs: number;
  readonly needsMet: number;
  readonly samples: readonly SampleMatch[];
};

const BAR = 40;

export const renderSummary = (city: CitySummary): string =>
  [
    `Demo city · seed ${city.seed} · as of ${city.asOf} · ${count(city.firms)} firms (all made up)`,
    section('Records by supplier', supplierLines(city)),
    section('Firms by grade', gradeLines(city)),
    section('Recommended list', [listLine(city)]),
    section('Matching', [
      `${count(city.products)} products of ${city.banks} banks; ${city.needsMet} of ${city.needs} needs ` +
        `(${percent(city.needsMet, city.needs)}) fit at least one.`,
      ...city.samples.flatMap((sample) => ['', ...sampleLines(sample)]),
    ]),
    `Open ${city.url}/`,
  ].join('\n\n');

const section = (title: string, lines: readonly string[]): string =>
  [title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');

const columns = ['delivered', ...verdicts] as const;

function supplierLines({ suppliers }: CitySummary): string[] {
  const row = (name: string, counts: Counts) => [
    name,
    ...columns.map((column) => count(counts[column])),
  ];
  const whole = suppliers.reduce((sum, { counts }) => addCounts(sum, counts), NO_ROWS);
  return alignTable([
    ['', ...columns],
    ...suppliers.map(({ supplier, counts }) => row(shortName(supplier), counts)),
    row('in all', whole),
  ]);
}

/** The longest bar is that of the most frequent grade. */
function gradeLines({ grades, firms }: CitySummary): string[] {
  const most = Math.max(1, ...grades.map((grade) => grade.firms));
  const sorted = grades.toSorted((left, right) => gradeOrder(left.grade) - gradeOrder(right.grade));
  const cells = alignTable(
    sorted.map((grade) => [grade.grade, count(grade.firms), percent(grade.firms, firms)]),
  );
  return sorted.map(
    (grade, place) => `${cells[place]}  ${'█'.repeat(Math.ceil((grade.firms / most) * BAR))}`,
  );
}

/** AAA before AA before A before BBB; firms without a score last. */
const gradeOrder = (grade: string): number =>
  /^[A-E]/.test(grade) ? grade.charCodeAt(0) * 4 - grade.length : Number.MAX_SAFE_INTEGER;

const listLine = ({ whitelist }: CitySummary): string =>
  whitelist
    ? `${whitelist.name}: ${count(whitelist.listed)} of ${count(whitelist.considered)} firms ` +
      `(${percent(whitelist.listed, whitelist.considered)})`
    : 'none';

const count = (value: number): string => value.toLocaleString('en');

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? '0.0' : ((part / whole) * 100).toFixed(1)} %`;
