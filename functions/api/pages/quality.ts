import { html } from 'hono/html';
import {
  type QualityDefinition,
  type QualityFigure,
  qualityFigures,
} from '#domain/quality/definition';
import {
  type Figures,
  groupings,
  type QualityRow,
  type QualityTable,
} from '#domain/quality/quality-table';
import {
  definitionLine,
  figureWord,
  type Names,
  percent,
  rowName,
  weakSentence,
} from '#platform/quality-words';
import { page } from './layout.ts';

const groupingNames = {
  supplier: '按单位',
  catalogue: '按目录',
  district: '按区县',
  supplier_catalogue: '按单位和目录',
} as const;

/** 通报: the table by rank, each figure as a bar with its target, and where each row loses most. */
export const qualityPage = (
  table: QualityTable,
  { definition, names }: { readonly definition: QualityDefinition; readonly names: Names },
) =>
  page(
    `归集质量 ${table.period}`,
    html`<p><a href="/">← 首页 Home</a></p>
<h1>归集质量通报 ${table.period}</h1>
<p class="soft">${definitionLine(definition, 'zh')}</p>
<p>${groupings.map(
      (by) =>
        html`<a href="?period=${table.period}&amp;definition=${definition.id}&amp;by=${by}">${groupingNames[by]}</a>　`,
    )}</p>
<div class="wide"><table class="figures">
<tr><th>名次</th><th></th><th>提供（行）</th>${qualityFigures.map(
      (figure) => html`<th>${figureWord(figure, 'zh')}</th>`,
    )}</tr>
${table.rows.map((row) => line(row, rowName(row, names, 'zh'), String(row.rank ?? '–'), definition))}
${line(table.total, '合计', '', definition)}
</table></div>
<h2>薄弱环节</h2>
<ul>${table.rows.filter(isWeak).map((row) => html`<li>${weakSentence(row, names, 'zh')}</li>`)}</ul>`,
  );

const isWeak = (row: QualityRow): row is QualityRow & Required<Pick<Figures, 'weakest'>> =>
  row.weakest !== undefined;

const line = (figures: Figures, name: string, rank: string, definition: QualityDefinition) =>
  html`<tr><td>${rank}</td><td>${name}</td><td>${figures.counts.delivered.toLocaleString('en')}</td>${qualityFigures.map(
    (figure) => html`<td>${bar(figures, figure, definition)}</td>`,
  )}</tr>`;

/** As long as the share; in the accent where the target, a stroke, is missed. */
function bar({ rates, missed }: Figures, figure: QualityFigure, { targets }: QualityDefinition) {
  const rate = rates[figure];
  if (rate === undefined) return '–';
  const target = targets[figure];
  const isMissed = missed.some((gap) => gap.figure === figure);
  return html`${percent(rate)}<span class="bar"><i class="${isMissed ? 'missed' : ''}" style="width:${rate / 100}%"></i>${
    target === undefined ? '' : html`<b style="left:${target / 100}%"></b>`
  }</span>`;
}
