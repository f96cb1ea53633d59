import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { chanceOf } from './chance.ts';
import { fileOf } from './file-of.ts';
import { readToEnd } from './read-to-end.ts';

/**
 * `node test/fuzz/reader.ts --seed 1 --runs 20000`: reads that many made-up files, seed by seed, and tells how
 * they ended and how much memory it took. The first that breaks a promise, or does not end within the watch,
 * is told by its seed; `--seed N --runs 1` reads it again.
 */
const WATCH_SECONDS = 60;

type News =
  | { readonly kind: 'reading'; readonly seed: number }
  | { readonly kind: 'broken'; readonly seed: number; readonly reason: string }
  | {
      readonly kind: 'done';
      readonly endings: Readonly<Record<string, number>>;
      readonly heap: number;
    };

async function work(post: (news: News) => void, seed: number, runs: number): Promise<void> {
  const endings: Record<string, number> = {};
  let heap = 0;
  for (let run = seed; run < seed + runs; run += 1) {
    post({ kind: 'reading', seed: run });
    const chance = chanceOf(run);
    const file = fileOf(chance);
    const size = chance.of([1 + chance.below(100), 64 * 1024, file.length + 1]);
    try {
      const ending = await readToEnd(file, size);
      endings[ending] = (endings[ending] ?? 0) + 1;
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return post({ kind: 'broken', seed: run, reason });
    }
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  post({ kind: 'done', endings, heap });
}

function watch(seed: number, runs: number): void {
  const room = mkdtempSync(join(tmpdir(), 'xyd-fuzz-'));
  const worker = new Worker(new URL(import.meta.url), {
    workerData: { seed, runs },
    env: { ...process.env, TMPDIR: room },
  });
  let reading = seed;
  const stop = (failure?: string) => {
    clearTimeout(watchdog);
    const left = readdirSync(room);
    rmSync(room, { recursive: true });
    const fault = failure ?? (left.length > 0 ? `left behind: ${left.join(', ')}` : undefined);
    if (fault) console.error(`seed ${reading}: ${fault}`);
    process.exitCode = fault ? 1 : 0;
    void worker.terminate();
  };
  const bark = () => stop(`no end within ${WATCH_SECONDS} seconds`);
  let watchdog = setTimeout(bark, WATCH_SECONDS * 1000);
  worker.on('message', (news: News) => {
    clearTimeout(watchdog);
    if (news.kind === 'broken') return stop(news.reason);
    if (news.kind === 'reading') {
      reading = news.seed;
      watchdog = setTimeout(bark, WATCH_SECONDS * 1000);
      return undefined;
    }
    console.log(JSON.stringify({ seed, runs, endings: news.endings }));
    const rss = process.resourceUsage().maxRSS * 1024;
    console.log(`heap ${megabytes(news.heap)}, resident ${megabytes(rss)} at most`);
    return stop();
  });
  worker.on('error', (error) => stop(error.stack ?? error.message));
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 ** 2)} MB`;

if (isMainThread) {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      runs: { type: 'string', default: '20000' },
    },
  });
  watch(Number(values.seed), Number(values.runs));
} else await work((news) => parentPort?.postMessage(news), workerData.seed, workerData.runs);
