import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import type { UnifiedCode } from '#domain/ids';
import type { KeptScore } from '#domain/scoring/score';
import type { BusinessDate } from '#domain/time';
import type { Platform } from '#platform/platform';
import { schemeSchema } from '#platform/schemas/segment-scheme';
import { sentence } from '#platform/sentences';
import { allPages } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { eachAtOnce } from '../demo/each-at-once.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../read-json.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { createTicker } from '../ticker.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { reasonText } from './reason-text.ts';
import { renderScores } from './render-scores.ts';
import { tellCity } from './score-city.ts';
import { readSupposed, renderWhatIf } from './what-if.ts';

const USAGE = `xyd score [--all [--segments FILE] | --code C [--what-if CHANGE …]]

Scores every firm of the store, or one, from its records as of a day, and says why.

  --all         every firm from the facts of its last score, in columns: reads no record
                and stores nothing, for a look at the city by the cards in force
  --segments FILE  the same, as these segment rules (JSON) would choose the cards
  --code C      this firm alone, by its 统一社会信用代码
  --what-if X   the firm's score as it would be: FACT=VALUE (tax_grade=A), or the id of a
                record as if it were repaired; may be repeated. Nothing is stored.
${STORE_OPTIONS}

With --json one object per line and firm: code, name, points, grade, coverage (basis
points of the card that are known), asOf, card (with its hash), segment, hash of the
facts, vetoes, reasons (code, points lost,
record ids, text), dimensions.

Example: xyd score --as-of 2026-03-01 --json`;

export type ScoredFirm = { readonly name: string; readonly score: KeptScore };

export const score: Command = {
  about: 'score firms from their records',
  usage: USAGE,
  run: async (args) => {
    const options = readOptions(args, {
      ...storeOptions,
      code: { type: 'string' },
      all: { type: 'boolean', default: false },
      segments: { type: 'string' },
      'what-if': { type: 'string', multiple: true },
    });
    const asOf = readDay('--as-of', options['as-of']);
    const code = options.code === undefined ? undefined : readCode(options.code);
    const changes = options['what-if']?.map(readSupposed);
    if (changes && code === undefined) throw new Misuse('--what-if asks for one firm: --code C');
    if (options.all && (code !== undefined || asOf !== undefined))
      throw new Misuse('--all takes every firm as of the day of its last score');
    if (options.segments !== undefined && !options.all)
      throw new Misuse('--segments is for a look at the city: --all');
    const scheme =
      options.segments === undefined
        ? undefined
        : parsed(options.segments, schemeSchema, readJson(options.segments));
    await withPlatform(storeOf(options.data, asOf), async ({ platform }) => {
      if (changes && code !== undefined) {
        const told = granted(
          await platform.whatIf(asker, { code, changes, ...(asOf && { asOf }) }),
        );
        return options.json ? writeJson(told) : writeOut(renderWhatIf(told));
      }
      if (options.all) return tellCity(platform, { json: options.json, scheme });
      const firms: ScoredFirm[] = [];
      for await (const page of scoreFirms(platform, { code, asOf }))
        if (options.json) for (const firm of page) await writeJson(answerOf(firm));
        else firms.push(...page);
      if (!options.json) await writeOut(renderScores(firms));
      return undefined;
    });
    return DONE;
  },
};

export function readCode(text: string): UnifiedCode {
  const parsed = parseUnifiedCode(text);
  if (parsed.ok) return parsed.value;
  throw new Misuse(`--code ${text}: ${sentence(parsed.refusal, language())}`);
}

/** Firms by code, page after page, each scored as of the day. */
export async function* scoreFirms(
  platform: Platform,
  {
    code,
    asOf,
  }: { readonly code?: UnifiedCode | undefined; readonly asOf?: BusinessDate | undefined },
): AsyncGenerator<readonly ScoredFirm[]> {
  const scoreOne = async (firm: { readonly code: UnifiedCode; readonly name: string }) => ({
    name: firm.name,
    score: granted(
      await platform.scoreEnterprise(asker, { code: firm.code, ...(asOf && { asOf }) }),
    ),
  });
  if (code !== undefined) {
    const { enterprise } = granted(await platform.readEnterprise(asker, { code }));
    yield [await scoreOne(enterprise)];
    return;
  }
  const ticker = createTicker();
  let scored = 0;
  for await (const page of allPages((at) => platform.listEnterprises(asker, at))) {
    const firms = await eachAtOnce(page, ({ enterprise }) => scoreOne(enterprise));
    scored += firms.length;
    ticker.tell(`${scored.toLocaleString('en')} firms scored`);
    yield firms;
  }
  ticker.clear();
}

const answerOf = ({ name, score }: ScoredFirm) => ({
  code: score.code,
  name,
  points: score.points,
  grade: score.grade,
  coverage: score.coverage,
  asOf: score.asOf,
  card: { ...score.card, hash: score.cardHash },
  segment: score.segment?.id,
  factsHash: score.factsHash,
  vetoes: score.vetoes,
  reasons: score.reasons.map((reason) => ({
    ...reason,
    text: reasonText(reason.code, language()),
  })),
  dimensions: score.dimensions,
});
