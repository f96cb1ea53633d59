import { parseArgs } from 'node:util';
import { type Figure, isMet, renderFigures } from './figure.ts';
import { benchFirms } from './firms.ts';
import { benchIngest } from './ingest.ts';
import { benchMatch } from './match.ts';
import { benchScore } from './score.ts';

/** `quick`: small sizes, within a minute. Figures are given out as they are measured. */
export type Bench = (terms: { readonly quick: boolean }) => AsyncIterable<Figure>;

/** A need among products, then a product among firms. */
const benchMarket: Bench = async function* (terms) {
  yield* benchMatch(terms);
  yield* benchFirms(terms);
};

const benches: Readonly<Record<string, Bench>> = {
  ingest: benchIngest,
  match: benchMarket,
  firms: benchFirms,
  score: benchScore,
};
/** What machines read where an engine has nobody beside it. */
const NO_PEER = { ratio: null, answersEqual: null } as const;
const USAGE = `Say which bench: bench ${Object.keys(benches).join('|')} [--json] [--quick]`;

const metOf = (figure: Figure) => (figure.aim ? { met: isMet(figure) } : {});

function readTerms(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const bench = benches[positionals[0] ?? ''];
    return bench && positionals.length === 1 ? { ...values, bench } : undefined;
  } catch {
    return undefined;
  }
}

/** Exit code 1 where engines answer differently: then their speeds say nothing. */
async function main(args: readonly string[]): Promise<number> {
  const terms = readTerms(args);
  if (!terms) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const figures: Figure[] = [];
  for await (const figure of terms.bench(terms)) {
    figures.push(figure);
    if (terms.json)
      process.stdout.write(`${JSON.stringify({ ...NO_PEER, ...figure, ...metOf(figure) })}\n`);
    else if (process.stderr.isTTY) process.stderr.write(`${figure.case}, ${figure.engine}: done\n`);
  }
  if (!terms.json) process.stdout.write(`${renderFigures(figures)}\n`);
  return figures.some(({ answersEqual }) => answersEqual === false) ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
