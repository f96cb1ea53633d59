import { whitelistId } from '#domain/ids';
import type { BusinessDate } from '#domain/time';
import { checkRule } from '#domain/whitelist/check-rule';
import type { Listing, Whitelist, WhitelistRule } from '#domain/whitelist/whitelist';
import type { LocalPlatform } from '#platform/open-local';
import type { Platform } from '#platform/platform';
import { whitelistTermsSchema } from '#platform/schemas/whitelist';
import { sentence } from '#platform/sentences';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { misuseOf, parsed } from '../parsed.ts';
import { readJson } from '../read-json.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { renderListings } from './render-listings.ts';
import { scoreFirms } from './score.ts';

/** Grade C of the expert card and better, known by half of the card at least. */
const DEFAULT_RULE = { minPoints: 700, minCoverage: 5000 } as const;

const USAGE = `xyd whitelist [--rule R.json] [--id ID] [--name NAME] [--publish]

Scores every firm as of a day, then draws up a recommended list (推荐名单) by a rule: every
firm is in or out, with its grounds. A recommendation, never a promise of credit.

  --rule FILE   the rule; without one ${JSON.stringify(DEFAULT_RULE)}
  --id ID       the list's name in the store, whitelist_… (a new one each time)
  --name NAME   the name that people read (推荐名单)
  --publish     put the list in effect
${STORE_OPTIONS}

A rule: { "minPoints": 700, "minCoverage": 5000, "minAgeMonths": 24,
          "districts": ["320505"], "excludedIndustries": ["J", "K70"], "sizes": ["micro"] }
All but minPoints may be left out; minCoverage is in basis points (5000 = half the card).

Example: xyd whitelist --rule rule.json --publish --as-of 2026-03-01 --json`;

export const whitelist: Command = {
  about: 'draw up a recommended list by a rule',
  usage: USAGE,
  run: async (args) => {
    const terms = readTerms(args);
    if (!terms.ruled) say(`No --rule: the list follows ${JSON.stringify(DEFAULT_RULE)}.`);
    const { list, listings } = await withPlatform(storeOf(terms.data, terms.asOf), (local) =>
      drawUp(local, terms),
    );
    if (terms.json) await writeJson(answerOf(list, listings));
    else await writeOut(renderListings(list, listings));
    return DONE;
  },
};

type Terms = ReturnType<typeof readTerms>;

function readTerms(args: readonly string[]) {
  const options = readOptions(args, {
    ...storeOptions,
    rule: { type: 'string' },
    id: { type: 'string' },
    name: { type: 'string', default: '推荐名单' },
    publish: { type: 'boolean', default: false },
  });
  const id =
    options.id === undefined ? undefined : readId('--id', 'whitelist', whitelistId, options.id);
  const written = options.rule === undefined ? DEFAULT_RULE : readJson(options.rule);
  return {
    id,
    name: parsed('--name', whitelistTermsSchema.shape.name, options.name),
    rule: checkedRule(options.rule ?? 'The default rule', written),
    ruled: options.rule !== undefined,
    publish: options.publish,
    data: options.data,
    asOf: readDay('--as-of', options['as-of']),
    json: options.json,
  };
}

function checkedRule(place: string, written: unknown): WhitelistRule {
  const rule = parsed(place, whitelistTermsSchema.shape.rule, written);
  const faults = checkRule(rule);
  if (faults.length > 0) throw misuseOf(place, faults);
  return rule;
}

async function drawUp({ platform, newBatchId }: LocalPlatform, terms: Terms) {
  await scoreAll(platform, terms.asOf);
  const id = terms.id ?? (`whitelist_${newBatchId().slice('batch_'.length)}` as const);
  const requested = await platform.requestWhitelist(asker, {
    id,
    name: terms.name,
    rule: terms.rule,
  });
  if (!requested.ok) throw new Misuse(`--id ${id}: ${sentence(requested.refusal, language())}`);
  let list: Whitelist = requested.value.value;
  while (list.status === 'drafting')
    list = granted(await platform.draftWhitelist(asker, { id, after: list.after ?? '' }));
  if (terms.publish) list = granted(await platform.publishWhitelist(asker, id));
  const listings = await allItems((page) =>
    platform.readListings(asker, { ...page, whitelist: id }),
  );
  return { list, listings: listings.filter(isWhole) };
}

/** The operator gets every entry with its grounds. */
const isWhole = (listing: object): listing is Listing => 'grounds' in listing;

async function scoreAll(platform: Platform, asOf: BusinessDate | undefined): Promise<void> {
  for await (const _ of scoreFirms(platform, { asOf }));
}

const answerOf = (list: Whitelist, listings: readonly Listing[]) => ({
  id: list.id,
  name: list.name,
  status: list.status,
  asOf: list.asOf,
  considered: list.considered,
  listed: list.listed,
  rule: list.rule,
  ruleVersion: list.ruleVersion,
  listings: listings.map(({ code, name, listed, points, grade, grounds }) => ({
    code,
    name,
    listed,
    points,
    grade,
    grounds,
  })),
});
