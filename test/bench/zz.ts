import { writeFileSync, existsSync } from 'node:fs';
import { penaltyTable } from './ingest/penalties.ts';
import { xyd } from './ingest/xyd.ts';
import { csvParseZod } from './ingest/csv-parse-zod.ts';
import { papaparseAjv } from './ingest/papaparse-ajv.ts';
const n = 30000;
if (!existsSync('/tmp/q.csv')) writeFileSync('/tmp/q.csv', [...penaltyTable(n, 20231118)].join(''));
const min: Record<string, number> = {}, wall: Record<string, number> = {};
const rounds = Number(process.argv[2] ?? 40);
for (let i = 0; i < rounds; i++) for (const [e, k] of [[xyd, 1], [csvParseZod, 8], [papaparseAjv, 8]] as const) if (i % k === 0) { const c = process.cpuUsage(); const t = performance.now(); await e.read('/tmp/q.csv'); const w = performance.now() - t; const u = process.cpuUsage(c); min[e.name] = Math.min(min[e.name] ?? 1e9, (u.user + u.system) / n); wall[e.name] = Math.min(wall[e.name] ?? 1e9, w * 1000 / n); }
for (const k in min) console.log(k, 'cpu', min[k]!.toFixed(2), 'wall', wall[k]!.toFixed(2), 'µs/row; ratio', (min['csv-parse + zod']! / min[k]!).toFixed(2), (wall['csv-parse + zod']! / wall[k]!).toFixed(2));
