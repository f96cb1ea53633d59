import { drawsOf } from '#lab/chance';
import type { RawTable } from '#lab/table';

/** Loans that are made up: the chance of default falls with age, is high for some trades, and where sales are missing. */
export function someLoans(rows: number, seed = 1): RawTable {
  const draw = drawsOf(seed);
  const trades = ['retail', 'farming', 'building', 'transport'];
  return {
    columns: ['number', 'name', 'age', 'sales', 'trade', 'noise', 'recovered', 'months', 'Default'],
    rows: Array.from({ length: rows }, (_, row) => {
      const age = Math.floor(draw() * 300);
      const hasSales = draw() > 0.2;
      const sales = Math.round(draw() * 1e6) / 100;
      const trade = trades[Math.floor(draw() * trades.length)] ?? '';
      const risk =
        -0.5 - age / 60 + (hasSales ? 0 : 1.5) + (trade === 'building' ? 1.5 : 0) + sales / 8000;
      const bad = draw() < 1 / (1 + Math.exp(-risk));
      const noise = draw() < 0.1 ? '' : String(Math.floor(draw() * 1000));
      return [
        String(10_000_000 + row * 7 + Math.floor(draw() * 7)),
        `Firm ${row}`,
        String(Math.floor(age / 12)),
        hasSales ? `$${sales.toLocaleString('en-US')}` : '',
        trade,
        noise,
        bad ? String(Math.floor(draw() * 1000)) : '',
        String(Math.floor(age / 12) * 12),
        bad ? '1' : '0',
      ];
    }),
  };
}

export const csvOf = ({ columns, rows }: RawTable): string =>
  [columns, ...rows]
    .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
    .join('\n');
