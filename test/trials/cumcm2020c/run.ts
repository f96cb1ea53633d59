import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { Stopped } from '#cli/demo/stopped';
import { standInCode } from '#domain/enterprise/unified-code';
import { runXydLines } from '../run-xyd.ts';
import { type Fitted, fitToOutcomes, valuesOf } from './fit.ts';
import { type Firm, readFirms, readInvoices, type Totals } from './read-folder.ts';
import { reportOf } from './report.ts';

const AS_OF = '2020-03-01';
const own = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const counts = z.object({
  delivered: z.number(),
  accepted: z.number(),
  warned: z.number(),
  corrected: z.number(),
  duplicate: z.number(),
  unlinked: z.number(),
  refused: z.number(),
});
export type Counts = z.infer<typeof counts>;
const scored = z.object({ code: z.string(), points: z.number(), dimensions: valuesOf });
const listed = z.object({
  listings: z.array(z.object({ code: z.string(), listed: z.boolean() })),
});
const matched = z.object({ counts: z.object({ yes: z.number() }) });
const total = z.object({ invoices: z.number(), amountFen: z.number() });
const profiled = z.object({ invoices: z.object({ sale: total, purchase: total }) });

/** What the store said, step by step. */
export type Run = {
  readonly batches: Readonly<Record<'enterprises' | 'invoicesIn' | 'invoicesOut', Counts>>;
  readonly points: ReadonlyMap<string, number>;
  /** A card fitted to the outcomes; absent where they are too few. */
  readonly fitted?: Fitted;
  readonly recommended: ReadonlySet<string>;
  readonly eligible: readonly number[];
  readonly recorded: { readonly in: Totals; readonly out: Totals };
};

/** The whole trial over a folder of the contest's form. Throws `Stopped` where it has another form. */
export async function runCumcm2020c(folder: string, tell: (step: string) => void) {
  const begun = performance.now();
  tell('reading the folder');
  const { path, firms } = await readFirms(folder);
  const incoming = await readInvoices(folder, 'invoices-in', firms);
  const outgoing = await readInvoices(folder, 'invoices-out', firms);
  const work = mkdtempSync(join(tmpdir(), 'xyd-trial-'));
  const clear = () => rmSync(work, { recursive: true, force: true });
  process.once('exit', clear);
  process.once('SIGINT', () => process.exit(130));
  try {
    const files = { enterprises: path, in: incoming.path, out: outgoing.path };
    const run = await throughXyd({ work, files, firms, tell });
    const seconds = Math.round((performance.now() - begun) / 100) / 10;
    return reportOf({ firms, incoming, outgoing, run, codeOf, seconds });
  } finally {
    clear();
    process.off('exit', clear);
  }
}

type Trial = {
  readonly work: string;
  readonly files: { readonly enterprises: string; readonly in: string; readonly out: string };
  readonly firms: readonly Firm[];
  readonly tell: (step: string) => void;
};

async function throughXyd({ work, files, firms, tell }: Trial): Promise<Run> {
  const store = ['--data', join(work, 'store')];
  const dated = [...store, '--as-of', AS_OF];
  const ingest = async (file: string, catalogue: string, mapping: string) => {
    tell(`ingesting ${file}`);
    const terms = ['ingest', file, '--catalogue', catalogue, '--mapping', own(mapping)];
    return only(counts, await runXydLines([...terms, ...store]));
  };
  const batches = {
    enterprises: await ingest(files.enterprises, 'enterprise-registration', './registration.json'),
    invoicesIn: await ingest(files.in, 'vat-invoice', './purchases.json'),
    invoicesOut: await ingest(files.out, 'vat-invoice', './sales.json'),
  };
  tell('scoring');
  const scores = z.array(scored).parse(await runXydLines(['score', ...dated]));
  tell('fitting a card to the outcomes');
  const outcomes = new Map(firms.map((firm) => [codeOf(firm.local), firm.defaulted]));
  const fitted = await fitToOutcomes(
    work,
    scores.map(({ code, dimensions }) => ({
      values: dimensions,
      defaulted: outcomes.get(code),
    })),
  );
  tell('listing');
  const list = only(
    listed,
    await runXydLines(['whitelist', '--rule', own('./rule.json'), '--publish', ...dated]),
  );
  tell('matching');
  const needs = join(work, 'needs.jsonl');
  writeFileSync(needs, needsOf(firms));
  const market = ['--products', own('./product.json'), '--needs', needs];
  const matchings = z.array(matched).parse(await runXydLines(['match', ...market, ...dated]));
  const profiles = z.array(profiled).parse(await runXydLines(['profile', ...store]));
  return {
    batches,
    ...(fitted && { fitted }),
    points: new Map(scores.map(({ code, points }) => [code, points])),
    recommended: new Set(list.listings.filter((one) => one.listed).map(({ code }) => code)),
    eligible: matchings.map(({ counts }) => counts.yes),
    recorded: {
      in: sumOf(profiles.map(({ invoices }) => invoices.purchase)),
      out: sumOf(profiles.map(({ invoices }) => invoices.sale)),
    },
  };
}

function only<Value>(schema: z.ZodType<Value>, lines: readonly unknown[]): Value {
  return schema.parse(lines[0]);
}

const sumOf = (totals: readonly z.infer<typeof total>[]): Totals => ({
  invoices: totals.reduce((sum, { invoices }) => sum + invoices, 0),
  amount: totals.reduce((sum, { amountFen }) => sum + amountFen, 0),
});

/** Every firm asks for the same, so that what differs is the firm. */
function needsOf(firms: readonly Firm[]): string {
  const terms: object = JSON.parse(readFileSync(own('./need.json'), 'utf8'));
  const need = ({ local }: Firm) => ({ id: `need_${local}`, code: codeOf(local), ...terms });
  return firms.map((firm) => JSON.stringify(need(firm))).join('\n');
}

/** The code under which the store keeps an anonymous firm. */
function codeOf(local: string): string {
  const code = standInCode(local);
  if (code === undefined) throw new Stopped(`${local} is no number of an anonymous firm.`);
  return code;
}
