import type { Outcomes } from '#domain/scoring/monitoring/outcomes';
import { readingOfPsi } from '#domain/scoring/monitoring/stability';
import type { FittedCard } from '../card.ts';
import { type Measured, measure } from '../measure.ts';
import { indicatorsOf } from '../points.ts';
import type { RawTable } from '../table.ts';
import { characteristicParts } from './characteristics.ts';
import { chartsOf } from './charts.ts';
import { escaped, figure, share, short, tableOf } from './markup.ts';

const STYLE = `
:root{color-scheme:light;--ink:#2456a6;--good:#2e7d5b;--bad:#c0443c;--faint:#b8c0cc}
body{font:14px/1.5 system-ui,sans-serif;color:#1c2430;max-width:960px;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid #dde2ea}
p.note{color:#5b6675;margin:.25rem 0 1rem}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(400px,1fr));gap:1rem}
svg{width:100%;height:auto;background:#fff;border:1px solid #e4e8ee;border-radius:6px}
svg .title{font:600 12px system-ui,sans-serif;fill:#1c2430}svg .tick,svg .axis{font:10px system-ui,sans-serif;fill:#5b6675}
svg .grid{stroke:#eef1f5}svg polyline{fill:none;stroke-width:2}
polyline.ink{stroke:var(--ink)}polyline.good{stroke:var(--good)}polyline.bad{stroke:var(--bad)}polyline.faint{stroke:var(--faint);stroke-dasharray:4 4}
rect.ink,circle.ink{fill:var(--ink)}rect.good,circle.good{fill:var(--good)}rect.bad,circle.bad{fill:var(--bad)}rect.faint,circle.faint{fill:var(--faint)}
table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:13px}
th,td{padding:.2rem .7rem;border-bottom:1px solid #eef1f5;text-align:right}th:first-child,td:first-child{text-align:left}
details{margin:.5rem 0}summary{cursor:pointer}
@media print{details{break-inside:avoid}}`;

/** One page of HTML that needs nothing else: how a card does among the given rows, and how it came to be. */
export function reportOf(card: FittedCard, table: RawTable, outcomes: Outcomes): string {
  const measured = measure(card, table, outcomes);
  const title = `${card.en} · ${card.id} version ${card.version}`;
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<style>${STYLE}</style></head><body><h1>${escaped(title)}</h1>`,
    `<p class="note">${escaped(card.fit.recipe)}; target ${escaped(card.fit.target)}, bad = ${escaped(card.fit.bad)}; ${indicatorsOf(card).length} characteristics; ${card.fit.scaling.pdo} points double the odds, ${short(card.fit.scaling.base)} points = ${card.fit.scaling.odds} to 1.</p>`,
    '<h2>Figures</h2>',
    figuresTable(card, measured),
    `<div class="charts">${chartsOf(card, measured, outcomes).join('')}</div>`,
    '<h2>Calibration</h2>',
    calibrationTable(measured),
    '<h2>Characteristics</h2>',
    characteristicParts(card, measured),
    '<h2>How the card was chosen</h2>',
    `<p class="note">${escaped(card.fit.rule)}; ${card.fit.folds} folds, seed ${card.fit.seed}.</p>`,
    choiceTables(card),
    '</body></html>',
  ].join('\n');
}

function figuresTable({ fit }: FittedCard, measured: Measured): string {
  const columns = [
    ['These rows', measured] as const,
    ...(fit.heldBack ? [['Held back', fit.heldBack] as const] : []),
    ['Training', fit.training] as const,
  ];
  const row = (name: string, of: (one: (typeof columns)[number][1]) => string) => [
    name,
    ...columns.map(([, figures]) => of(figures)),
  ];
  return `${tableOf(
    ['', ...columns.map(([name]) => name)],
    [
      row('Rows (bads)', ({ rows, bads }) => `${rows} (${bads})`),
      row('AUC', ({ auc }) => figure(auc)),
      row('95 % by DeLong', ({ aucLow, aucHigh }) => `${figure(aucLow)}–${figure(aucHigh)}`),
      row('KS', ({ ks }) => figure(ks)),
      row('Gini', ({ gini }) => figure(gini)),
      row('Brier', ({ brier }) => figure(brier)),
    ],
  )}<p class="note">PSI of these rows against the training sample: ${figure(measured.psi)} (${readingOfPsi(measured.psi)}).</p>`;
}

function calibrationTable({ calibration }: Measured): string {
  const { hosmerLemeshow: test } = calibration;
  return `${tableOf(
    ['Tenth', 'Rows', 'Bads', 'Expected', 'Observed'],
    calibration.bands.map(({ rows, bads, expected, observed }, band) => [
      String(band + 1),
      String(rows),
      String(bads),
      share(expected),
      share(observed),
    ]),
  )}<p class="note">Slope ${figure(calibration.slope)}, intercept ${figure(calibration.intercept)}; Hosmer–Lemeshow ${figure(test.statistic, 2)} on ${test.degrees} degrees, p ${figure(test.p)}.</p>`;
}

function choiceTables({ fit }: FittedCard): string {
  const trials = tableOf(
    ['Recipe', 'Mean AUC', 'Standard error', 'Mean loss', 'Steps', ''],
    fit.trials.map(({ recipe, auc, aucError, loss, steps, chosen }) => [
      recipe,
      figure(auc),
      figure(aucError),
      figure(loss),
      steps === undefined ? '' : String(steps),
      chosen ? 'chosen' : '',
    ]),
  );
  const coefficients = fit.regression
    ? tableOf(
        ['Coefficient of WOE', 'Value', 'Standard error', 'z', 'p'],
        fit.regression.coefficients.map(({ column, value, standardError, z, p }) => [
          column || 'constant',
          figure(value),
          figure(standardError),
          figure(z, 2),
          figure(p),
        ]),
      )
    : '';
  const aside = tableOf(
    ['Set aside', 'Why', 'AUC alone', 'IV alone'],
    fit.setAside.map(({ column, reason, auc, iv, repeats }) => [
      column,
      repeats === undefined ? reason : `${reason} ${repeats}`,
      auc === undefined ? '' : figure(auc),
      iv === undefined ? '' : figure(iv),
    ]),
  );
  return `${trials}${coefficients}<h2>Columns set aside</h2>${aside}`;
}
