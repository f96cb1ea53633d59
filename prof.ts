import { readFileSync } from 'node:fs';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { startEngine } from '#adapters/dynamodb/engine';
import { dynamoStore } from '#adapters/dynamodb/store';
import { createTableInput } from '#adapters/dynamodb/table';
import { portsOver } from '#platform/create-platform';
import { join } from '#platform/join';
import { generateCity } from '#cli/demo/city';
import { date } from '#domain/time';
import { SYSTEM } from '#domain/principal';
const dir = '/tmp/prof-data';
const engine = await startEngine({ dataDir: dir });
const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'cn-north-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
await client.send(new CreateTableCommand(createTableInput('prof')));
const store = dynamoStore({ tableName: 'prof', client });
const n: Record<string, [number, number]> = {};
const wrapped: any = Object.fromEntries(Object.entries(store).map(([k, f]: any) => [k, async (...a: any[]) => { const t = performance.now(); const r = await f(...a); const key = k + (k === 'get' || k === 'getMany' || k === 'list' ? ':' + a[0] : ''); n[key] ??= [0, 0]; n[key][0]++; n[key][1] += performance.now() - t; return r; }]));
const files = new Map<string, any>();
const ports = portsOver({ store: wrapped, inbox: { uploadUrl: async () => 'x', open: async (b) => { const f = files.get(b); return (async function* () { yield f; })(); } } });
const p = join(ports);
const city = generateCity({ seed: 1, asOf: date('2026-11-19'), firms: 2000, banks: 12, products: 350, needs: 300 });
const pid = JSON.parse(readFileSync(dir + '/engine.json', 'utf8'));
const ecpu = () => { const s = readFileSync(`/proc/${pid.engine.pid}/stat`, 'utf8').split(' '); return (Number(s[13]) + Number(s[14])) / 100; };
const lap = (name: string, t: number, c: any, e: number) => console.log(name.padEnd(30), ((performance.now() - t) / 1000).toFixed(1) + 's wall', (process.cpuUsage(c).user / 1e6 + process.cpuUsage(c).system / 1e6).toFixed(1) + 's cpu', (ecpu() - e).toFixed(1) + 's engine');
for (const d of city.deliveries) await p.openBatch(SYSTEM, { id: d.id as any, catalogue: d.catalogue, supplier: d.supplier as any, ...(d.mapping && { mapping: d.mapping }) });
for (const d of city.deliveries) {
  const bytes: any = await (d as any).bytes?.() ?? await (d as any).render();
  files.set(d.id, bytes);
  const t = performance.now(), c = process.cpuUsage(), e = ecpu();
  const r = await p.ingestBatch(SYSTEM, { id: d.id as any });
  lap(d.catalogue + ' ' + (r.ok ? r.value.batch.counts.delivered : JSON.stringify(r)), t, c, e);
}
console.log(n); for (const k in n) delete n[k];
{ const t = performance.now(), c = process.cpuUsage(), e = ecpu(); let after: any; let k = 0; do { const page = await store.list('enterprises', 'all', { limit: 200, ...(after && { after }) }); const r: any = await p.scoreEnterprises(SYSTEM, page.items.map((i) => i.value.code)); k += r.value.scored; after = page.next; } while (after); lap('score ' + k, t, c, e); }
console.log(n);
await engine.stop();
