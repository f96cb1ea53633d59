import { type BusinessDate, dateOf, parseInstant } from '#domain/time';
import { type DemoTerms, readArgs } from './args.ts';
import { type City, generateCity } from './city.ts';
import { type CityFile, readCityFile, writeCityFile } from './city-file.ts';
import { createSite } from './client.ts';
import { isWhole, loadCity, readBatches } from './load.ts';
import { writePeopleFile } from './people-file.ts';
import { createProgress, type Progress } from './progress.ts';
import { readSummary } from './read-summary.ts';
import { Stopped } from './stopped.ts';
import { renderSummary } from './summary.ts';

const BANKS = 12;
const PRODUCTS = 350;
const MOST_NEEDS = 300;
/** Needs per firm: three of twenty firms look for money at one time. */
const NEEDS_PER_FIRM = 0.15;

/** `xyd demo`: makes a city, loads it, shows it. Answers the exit code. */
export async function runDemo(args: readonly string[]): Promise<number> {
  try {
    const terms = readArgs(args);
    const progress = createProgress(process.stderr, () => performance.now());
    const { city, remembered } = settle(terms, today(), progress);
    // Before anything is sent: the issuer knows by it who may send.
    writePeopleFile(terms.dir, city);
    const site = createSite(terms.url);
    let delivered = remembered.loaded ? await readBatches(site, city) : [];
    if (!remembered.loaded || !isWhole(delivered)) {
      await loadCity(site, city, progress);
      writeCityFile(terms.dir, { ...remembered, loaded: true });
      delivered = await readBatches(site, city);
    }
    const summary = await readSummary(site, city, delivered);
    const text = terms.json ? JSON.stringify(summary, null, 2) : renderSummary(summary);
    process.stdout.write(`${text}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** The city that the folder remembers, else the one asked for, remembered before anything is sent. */
function settle(
  terms: DemoTerms,
  asOf: BusinessDate,
  progress: Progress,
): { readonly city: City; readonly remembered: CityFile } {
  const kept = readCityFile(terms.dir);
  const remembered = kept ?? { seed: terms.seed, asOf, firms: terms.firms };
  if (!kept) writeCityFile(terms.dir, remembered);
  if (remembered.seed !== terms.seed || remembered.firms !== terms.firms)
    progress.say(
      `${terms.dir} holds the city of seed ${remembered.seed} with ${remembered.firms} firms, which stays. ` +
        'For another one start with --fresh.',
    );
  const { seed, firms } = remembered;
  const needs = Math.min(MOST_NEEDS, Math.ceil(firms * NEEDS_PER_FIRM));
  const city = generateCity({
    seed,
    asOf: remembered.asOf,
    firms,
    banks: BANKS,
    products: PRODUCTS,
    needs,
  });
  return { city, remembered };
}

function today(): BusinessDate {
  const now = parseInstant(new Date().toISOString());
  if (now === undefined) throw new Error('Broken promise: the clock tells an instant');
  return dateOf(now);
}
