import { alignTable } from '#cli/demo/width';
import type { Report } from './report.ts';

const count = (value: number): string => value.toLocaleString('en');
const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export const renderReport = (report: Report): string =>
  [
    `${count(report.enterprises)} firms, ${report.seconds} s`,
    '',
    ...alignTable([
      ['', 'purchases', 'sales'],
      ['invoices read', count(report.invoicesIn), count(report.invoicesOut)],
      ['net amount read, yuan', yuan(report.amountIn), yuan(report.amountOut)],
      ['void', count(report.voidIn), count(report.voidOut)],
      ['delivered twice', count(report.duplicatesIn), count(report.duplicatesOut)],
      ['invoices kept', count(report.recorded.invoicesIn), count(report.recorded.invoicesOut)],
      ['net amount kept, yuan', yuan(report.recorded.amountIn), yuan(report.recorded.amountOut)],
    ]),
    '',
    `AUC of the points against default: ${report.auc ?? 'not to be had, one class is empty'}`,
    ...(report.fitted
      ? [
          `AUC of a card fitted to the defaults, on folds it was not fitted to: ${report.fitted.auc.toFixed(4)} ± ${report.fitted.aucError.toFixed(4)} (${report.fitted.recipe})`,
        ]
      : []),
    '',
    ...alignTable([
      ['rating', 'firms', 'min', 'median', 'mean', 'max', 'recommended'],
      ...Object.entries(report.pointsByRating).map(([rating, spread]) => [
        rating,
        ...[spread.firms, spread.min, spread.median, spread.mean, spread.max].map(String),
        String(report.recommendedByRating[rating] ?? 0),
      ]),
    ]),
    '',
    `${count(report.matched.withEligible)} of ${count(report.matched.needs)} needs fit the product.`,
  ].join('\n');
