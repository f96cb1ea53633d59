import { type Batch, type RefusedRow, verdicts } from '#domain/credit/batch';
import { type Language, sentence } from '#platform/sentences';
import { alignTable } from '../demo/width.ts';

/** Refused rows that people are shown; machines get them all. */
const MOST_SHOWN = 20;

/** The counts of a batch, then why rows were refused. */
export function renderIngested(
  file: string,
  batch: Batch,
  refused: readonly RefusedRow[],
  language: Language,
): string {
  const rows = [...verdicts, 'delivered' as const].map((name) => [
    name,
    batch.counts[name].toLocaleString('en'),
  ]);
  const left = refused.length - MOST_SHOWN;
  return [
    `${file} → ${batch.catalogue} (${batch.id}, ${batch.status})`,
    '',
    ...alignTable(rows).map((line) => `  ${line}`),
    ...(batch.warnings.length > 0 ? ['', 'Rows kept with a warning:'] : []),
    ...batch.warnings.map(
      ({ code, field, rows, firstLine }) =>
        `  ${[field, code].filter(Boolean).join(' ')}: ${rows.toLocaleString('en')}, the first on line ${firstLine}`,
    ),
    ...(refused.length > 0 ? ['', 'Refused rows:'] : []),
    ...refused
      .slice(0, MOST_SHOWN)
      .flatMap(({ line, refusals }) =>
        refusals.map(
          (refusal) => `  line ${line}: ${sentence(refusal, language)} [${refusal.code}]`,
        ),
      ),
    ...(left > 0 ? [`  and ${left.toLocaleString('en')} rows more (--json shows them all)`] : []),
  ].join('\n');
}
