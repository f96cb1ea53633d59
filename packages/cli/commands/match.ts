import { type NeedId, needId } from '#domain/ids';
import type { Need } from '#domain/need/need';
import type { Platform } from '#platform/platform';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { granted } from '../granted.ts';
import { readNeeds, readProducts } from '../market-file.ts';
import { misuseOf } from '../parsed.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { createTicker } from '../ticker.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { say, writeJson, writeOut } from '../write-out.ts';
import { renderMatching } from './render-matching.ts';

const USAGE = `xyd match [--products P.json] [--needs N.json] [--need ID]

Puts products and needs into the store, then matches needs with every listed product:
which fit, in which order and why, and what the others ask that the firm has not.
Firms are matched by their latest score: \`xyd score\` first.

  --products FILE  products: a JSON array, an object per line, or one object
  --needs FILE     needs in the same form; these are matched (else all in the store)
  --need ID        this need alone
${STORE_OPTIONS}

A product: { "id": "product_a", "bank": { "id": "bank_a", "name": "A 银行" }, "name": "经营贷",
  "status": "listed", "principal": { "min": 10000000, "max": 100000000 },
  "term": { "min": 1, "max": 12 }, "pricing": { "kind": "fixed", "min": 400, "max": 1500 },
  "guarantees": ["unsecured"], "purposes": ["working_capital"], "repayments": ["bullet"],
  "criteria": { "minPoints": 600 }, "decisionDays": 5, "validFrom": "2026-01-01" }
A need: { "id": "need_a", "code": "91320594724404238R", "principal": 50000000, "term": 12,
  "purpose": "working_capital", "guarantees": ["unsecured"], "validTo": "2026-12-31" }
Money is in fen, rates in basis points, terms in months.

Example: xyd match --products products.json --needs needs.json --json`;

export const match: Command = {
  about: 'match needs with products, and say why',
  usage: USAGE,
  run: async (args) => {
    const terms = readTerms(args);
    await withPlatform(storeOf(terms.data, terms.asOf), async ({ platform }) => {
      await bring(platform, terms);
      const needs = await needsToMatch(platform, terms);
      if (needs.length === 0) say('There is no need to match: --needs brings some.');
      const ticker = createTicker();
      for (const [index, need] of needs.entries()) {
        const matching = granted(
          await platform.matchNeed(asker, { need, ...(terms.asOf && { asOf: terms.asOf }) }),
        );
        ticker.clear();
        await (terms.json ? writeJson(matching) : writeOut(renderMatching(matching)));
        ticker.tell(`${index + 1} of ${needs.length} needs`);
      }
      ticker.clear();
    });
    return DONE;
  },
};

type Terms = ReturnType<typeof readTerms>;

function readTerms(args: readonly string[]) {
  const options = readOptions(args, {
    ...storeOptions,
    products: { type: 'string' },
    needs: { type: 'string' },
    need: { type: 'string' },
  });
  return {
    need: options.need === undefined ? undefined : readId('--need', 'need', needId, options.need),
    products: options.products === undefined ? [] : readProducts(options.products),
    needs: options.needs === undefined ? undefined : readNeeds(options.needs),
    data: options.data,
    asOf: readDay('--as-of', options['as-of']),
    json: options.json,
  };
}

/** All of it before the first match, so that a refusal leaves standard output empty. */
async function bring(platform: Platform, { products, needs = [] }: Terms): Promise<void> {
  for (const { value, place } of products) {
    const put = await platform.putProduct(asker, { product: value });
    if (!put.ok) throw misuseOf(place, [put.refusal]);
  }
  for (const { value, place } of needs) {
    const submitted = await platform.submitNeed(asker, value);
    if (!submitted.ok) throw misuseOf(place, [submitted.refusal]);
  }
}

async function needsToMatch(platform: Platform, { need, needs }: Terms): Promise<NeedId[]> {
  if (need !== undefined) return [need];
  if (needs !== undefined) return [...new Set(needs.map(({ value }) => value.id))];
  const all = await allItems<Need>((page) => platform.listNeeds(asker, page));
  return all.filter(({ status }) => status === 'open').map(({ id }) => id);
}
