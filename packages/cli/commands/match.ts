import { type NeedId, needId, productId } from '#domain/ids';
import type { Matching, MatchingPage } from '#domain/matching/matching';
import { cursorOf, readCursor } from '#platform/cursor';
import { matchPlain, unknownApplicant } from '#platform/match-plain';
import type { Platform } from '#platform/platform';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { granted } from '../granted.ts';
import { readNeedFile, readProductFile } from '../market-file.ts';
import { Misuse } from '../misuse.ts';
import { misuseOf } from '../parsed.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { createTicker } from '../ticker.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { tellChange } from './match-change.ts';
import { matchFirms } from './match-firms.ts';
import { postMarket } from './post-market.ts';
import { renderMatching } from './render-matching.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 500;

const USAGE = `xyd match --need NEED.json --products PRODUCTS [--as-of DATE] [--json]
xyd match [--need ID] [--data DIR] [--as-of DATE] [--json]
xyd match --needs NEEDS [--products PRODUCTS] [--data DIR] [--as-of DATE] [--json]
xyd match --product ID [--limit N] [--data DIR] [--as-of DATE] [--json]

Matches a need with every product: those that fit by rank and why, those of which too
little is known and what to provide, the others with each thing that they ask and the firm
has not; and what would open most products. With --products nothing is stored and no store
is needed; else the needs of the store, or one, are matched with its products. With --needs
products and needs are put into the store first, as whoever runs it alone may. With --product
one product of the store is held against every firm: how many fit, may fit, do not, what each
thing that it asks keeps out alone, and the firms with the most points that fit.

  --need FILE|ID   a need in a file, or the id of one of the store
  --needs FILE     needs to post, as JSON: an array, an object per line, or one object
  --products FILE  products as CSV or XLSX (\`xyd products columns\`) or JSON
  --product ID     a product of the store: which firms it fits
  --limit N        products told, or firms (${DEFAULT_LIMIT}, at most ${MAX_LIMIT})
  --after CURSOR   the \`next\` of the page before
  --verdict V      yes, unknown or no: those alone
  --diverse        banks take turns among the products that fit
  --change PRODUCT the cheapest changes by which this one product would fit, instead
${STORE_OPTIONS}

A need: { "id": "need_a", "code": "91320594724404238R", "principal": 50000000, "term": 12,
  "purpose": "working_capital", "guarantees": ["unsecured"], "validTo": "2026-12-31",
  "applicant": { "operating": true, "facts": { "points": 720, "grade": "B", "age_months": 48 } } }
\`applicant\` is what is known of the firm, as GET /v1/needs/{id}/question answers it; without
it every fact is unknown. Money is in fen, rates in basis points, terms in months.

Example: xyd match --need need.json --products products.csv --as-of 2026-03-01 --json`;

export const match: Command = {
  about: 'match needs with products, and say why',
  usage: USAGE,
  run: async (args) => {
    const terms = readTerms(args);
    const { product, change, products } = terms;
    if (product !== undefined) await matchFirms({ ...terms, product, most: terms.page.limit });
    else if (change !== undefined) await tellChange({ ...terms, product: change });
    else if (products === undefined || terms.needs !== undefined) await matchStored(terms);
    else await matchFiles(terms, products);
    return DONE;
  },
};

type Terms = ReturnType<typeof readTerms>;

function readTerms(args: readonly string[]) {
  const options = readOptions(args, {
    ...storeOptions,
    products: { type: 'string' },
    product: { type: 'string' },
    need: { type: 'string' },
    needs: { type: 'string' },
    limit: { type: 'string', default: String(DEFAULT_LIMIT) },
    after: { type: 'string' },
    verdict: { type: 'string' },
    diverse: { type: 'boolean', default: false },
    change: { type: 'string' },
  });
  const { product } = options;
  if (product !== undefined && (options.need ?? options.products) !== undefined)
    throw new Misuse('--product stands alone: it is held against firms, not against a need');
  return {
    product: product === undefined ? undefined : readId('--product', 'product', productId, product),
    need: options.need,
    needs: options.needs,
    products: options.products,
    change: options.change,
    page: readPage(options),
    data: options.data,
    asOf: readDay('--as-of', options['as-of']),
    json: options.json,
  };
}

const VERDICTS = ['yes', 'unknown', 'no'] as const;

function readPage({
  limit,
  after,
  verdict,
  diverse,
}: {
  readonly limit: string;
  readonly diverse: boolean;
  readonly after?: string;
  readonly verdict?: string;
}): MatchingPage {
  const count = /^\d{1,4}$/.test(limit) ? Number(limit) : 0;
  if (count < 1 || count > MAX_LIMIT)
    throw new Misuse(`--limit is 1 to ${MAX_LIMIT}, not ${limit}`);
  const place = after === undefined ? undefined : readCursor(after);
  if (after !== undefined && place === undefined)
    throw new Misuse(`--after is the \`next\` of a page before, not ${after}`);
  const wanted = VERDICTS.find((known) => known === verdict);
  if (verdict !== undefined && !wanted)
    throw new Misuse(`--verdict is ${VERDICTS.join(', ')}, not ${verdict}`);
  return {
    limit: count,
    ...(place && { after: place }),
    ...(wanted && { verdict: wanted }),
    ...(diverse && { diverse }),
  };
}

async function matchFiles(terms: Terms, path: string): Promise<void> {
  if (terms.need === undefined) throw new Misuse('--products asks for --need FILE');
  const { value, place } = readNeedFile(terms.need);
  const { applicant = unknownApplicant(value.need), need } = value;
  const products = await readProductFile(path);
  const { page, asOf } = terms;
  const matching = matchPlain({ need, applicant, products, asOf, page });
  if (!matching.ok) throw misuseOf(place, [matching.refusal]);
  await tell(matching.value, terms.json);
}

async function matchStored(terms: Terms): Promise<void> {
  await withPlatform(storeOf(terms.data, terms.asOf), async ({ platform }) => {
    const { needs: posted, products } = terms;
    const needs =
      posted === undefined
        ? await needsToMatch(platform, terms.need)
        : await postMarket(platform, { products, needs: posted });
    if (needs.length === 0) say('There is no open need in the store.');
    const ticker = createTicker();
    for (const [index, need] of needs.entries()) {
      granted(await platform.matchNeed(asker, { need, ...(terms.asOf && { asOf: terms.asOf }) }));
      const matching = granted(await platform.readMatching(asker, { need, ...terms.page }));
      ticker.clear();
      await tell(matching, terms.json);
      ticker.tell(`${index + 1} of ${needs.length} needs`);
    }
    ticker.clear();
  });
}

async function needsToMatch(
  platform: Platform,
  need: string | undefined,
): Promise<readonly NeedId[]> {
  if (need !== undefined) return [readId('--need', 'need', needId, need)];
  const all = await allItems((page) => platform.listNeeds(asker, page));
  return all.filter(({ status }) => status === 'open').map(({ id }) => id);
}

/** As over HTTP: the cursor is the same one. */
const tell = (matching: Matching, json: boolean): Promise<void> =>
  json
    ? writeJson({
        ...matching,
        ...(matching.next !== undefined && { next: cursorOf(matching.next) }),
      })
    : writeOut(renderMatching(matching));
