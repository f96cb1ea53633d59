import { readFileSync } from 'node:fs';
import { decode } from '#adapters/tabular/decode';
import { expand } from '#adapters/tabular/expand';
import { readCsv } from '#adapters/tabular/read-csv';
import { feed, nextRow, scanBy } from '#adapters/tabular/csv-scan';
import { prepareReader } from '#domain/credit/prepare-reader';
import { readRow } from '#domain/credit/read-row';
import { penalties, TODAY } from './ingest/penalties.ts';
import { bytesOf } from './ingest/engine.ts';
const n = 30000, P = '/tmp/q.csv';
const stages: Record<string, () => Promise<void>> = {
  bytes: async () => { for await (const _ of bytesOf(P)); },
  expand: async () => { for await (const _ of expand(bytesOf(P))); },
  decode: async () => { for await (const _ of decode(expand(bytesOf(P)))); },
  scan: async () => { const s = scanBy(','); for await (const t of decode(expand(bytesOf(P)))) { feed(s, t, false); while (nextRow(s)); } },
  csv: async () => { for await (const _ of readCsv(decode(expand(bytesOf(P))))); },
  all: async () => { let r: any; for await (const { columns, rows } of readCsv(decode(expand(bytesOf(P))))) { r ??= (prepareReader({ catalogue: penalties, columns }) as any).value; for (const row of rows) readRow({ catalogue: penalties, reader: r, row, today: TODAY }); } },
};
const min: Record<string, number> = {};
for (let i = 0; i < 30; i++) for (const k in stages) { const c = process.cpuUsage(); await stages[k]!(); const u = process.cpuUsage(c); min[k] = Math.min(min[k] ?? 1e9, (u.user + u.system) / n); }
for (const k in min) console.log(k.padEnd(8), min[k]!.toFixed(2));
