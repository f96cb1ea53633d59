import { attributeNames } from '../attribute-names.ts';
import type { FittedCard } from '../card.ts';
import type { Measured } from '../measure.ts';
import { attributePoints, indicatorsOf } from '../points.ts';
import { barChart } from './chart.ts';
import { escaped, figure, share, tableOf } from './markup.ts';

/** Every characteristic with the points of its attributes, the most informative first. */
export function characteristicParts(card: FittedCard, measured: Measured): string {
  const { characteristics } = card.fit;
  const ivOf = (id: string) => characteristics.find(({ indicator }) => indicator === id)?.iv ?? 0;
  return indicatorsOf(card)
    .toSorted((a, b) => ivOf(b.id) - ivOf(a.id))
    .map((indicator, place) => {
      const shares = characteristics.find((one) => one.indicator === indicator.id)?.shares ?? [];
      const csi = measured.csi.find(({ column }) => column === indicator.fact)?.csi ?? Number.NaN;
      const points = attributePoints(indicator);
      const labels = attributeNames(indicator);
      const chart = barChart(
        { title: `Points of ${indicator.en}`, x: 'attribute', y: 'points' },
        labels,
        [{ name: 'points', tone: 'ink', values: points }],
      );
      const table = tableOf(
        ['Attribute', 'Points', 'Share in training'],
        labels.map((label, at) => [label, String(points[at] ?? 0), share(shares[at] ?? 0)]),
      );
      const open = place < 3 ? ' open' : '';
      return `<details${open}><summary>${escaped(indicator.en)} · IV ${figure(ivOf(indicator.id))} · CSI ${figure(csi)}</summary><div class="charts">${chart}<div>${table}</div></div></details>`;
    })
    .join('\n');
}
