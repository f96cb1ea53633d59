import { readRows } from '#adapters/tabular/read-rows';
import { prepareReader } from '#domain/credit/prepare-reader';
import { readRow } from '#domain/credit/read-row';
import { penalties, TODAY } from './ingest/penalties.ts';
import { bytesOf } from './ingest/engine.ts';
const P = '/tmp/q.csv';
const all: any[] = []; let cols: any;
for await (const { columns, rows } of readRows(bytesOf(P))) { cols = columns; all.push(...rows); if (all.length > 3000) break; }
const reader = (prepareReader({ catalogue: penalties, columns: cols }) as any).value;
const time = (f: () => void) => { let m = 1e9; for (let i = 0; i < 60; i++) { const c = process.cpuUsage(); for (let j = 0; j < 5; j++) f(); const u = process.cpuUsage(c); m = Math.min(m, (u.user + u.system) / all.length / 5 * 1000); } return m; };
console.log('readRow', time(() => { for (const row of all) readRow({ catalogue: penalties, reader, row, today: TODAY }); }).toFixed(0), 'ns/row');
for (const s of reader.sources) console.log(s.field.id.padEnd(20), time(() => { for (const row of all) s.read(row.cells[s.column] ?? "", TODAY); }).toFixed(0));
console.log('cells only', time(() => { let k = 0; for (const row of all) for (const s of reader.sources) k += (row.cells[s.column] ?? "").length; }).toFixed(0));
console.log('content', time(() => { for (const row of all) { const o: any = {}; for (const s of reader.sources) o[s.field.id] = row.line; } }).toFixed(0));
