import { parseArgs } from 'node:util';
import { Stopped } from './stopped.ts';

export type DemoTerms = {
  readonly url: string;
  /** The folder that remembers which city is loaded. */
  readonly dir: string;
  readonly seed: number;
  readonly firms: number;
  readonly json: boolean;
};

export const DEMO_USAGE = `xyd demo --url URL [--data DIR] [--seed N] [--firms N] [--json]

Loads a made-up city over HTTP and prints what became of it. Run again after an
interruption, it goes on where it stopped; once loaded, it prints the summary.

  --url URL    where the platform answers, e.g. http://localhost:3000
  --data DIR   the folder that remembers the city (.data)
  --seed N     another city for each number (2026)
  --firms N    firms of the city, 20 to 20000 (2000)
  --json       the summary as JSON on standard output`;

const FEWEST = 20;
const MOST = 20_000;
const GREATEST_SEED = 2 ** 31 - 1;

/** Refuses by `Stopped`: unknown options, a url that is none, numbers out of range. */
export function readArgs(args: readonly string[]): DemoTerms {
  const { url, data, seed, firms, json } = optionsOf(args);
  if (url === undefined || !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Stopped(
      `Say where the platform answers: --url http://localhost:3000\n\n${DEMO_USAGE}`,
    );
  return {
    url: url.replace(/\/+$/, ''),
    dir: data,
    seed: wholeNumber('--seed', seed, 0, GREATEST_SEED),
    firms: wholeNumber('--firms', firms, FEWEST, MOST),
    json,
  };
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        data: { type: 'string', default: '.data' },
        seed: { type: 'string', default: '2026' },
        firms: { type: 'string', default: '2000' },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Stopped(`${error instanceof Error ? error.message : error}\n\n${DEMO_USAGE}`);
  }
}

function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= low && value <= high) return value;
  throw new Stopped(`${option} is a whole number from ${low} to ${high}, not ${text}.`);
}
