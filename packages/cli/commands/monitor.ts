import { cardVersionId } from '#domain/ids';
import type { ScoreMonitoring } from '#domain/scoring/monitoring/score-monitoring';
import type { Scorecard } from '#domain/scoring/scorecard';
import { cityCards } from '#domain/scoring/segments';
import type { Platform } from '#platform/platform';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { granted } from '../granted.ts';
import { readCount } from '../lab/terms.ts';
import { language } from '../language.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { type IndicatorName, renderMonitoring } from './render-monitoring.ts';

const WEEKS = '8';
const MOST_WEEKS = 520;

const USAGE = `xyd monitor [--weeks N]

How the scorecards fare this week: points and indicators against the sample kept when the card
had first scored the city (PSI, CSI), ranking against the loans that banks have reported (AUC, KS),
and how firms fare by district, industry, size and age. Reckoned once a week; asked again, the
same figures. A loan from before the first score is held against the score that today's cards
give as of its first day; how many those are is told.

  --weeks N     this week and those before it, N at most (${WEEKS})
${STORE_OPTIONS}

With --json one object per line and week, the newest first.

Example: xyd monitor --as-of 2026-03-02`;

const NOBODY = {
  zh: '尚无企业评分，没有可监测的内容；请先运行 xyd score。',
  en: 'No firm has a score yet, so there is nothing to watch: see xyd score.',
};

export const monitor: Command = {
  about: 'how the scorecards fare this week',
  usage: USAGE,
  run: async (args) => {
    const { data, json, weeks, ...options } = readOptions(args, {
      ...storeOptions,
      weeks: { type: 'string', default: WEEKS },
    });
    const most = readCount('--weeks', weeks, 1, MOST_WEEKS);
    const asOf = readDay('--as-of', options['as-of']);
    await withPlatform(storeOf(data, asOf), async ({ platform }) => {
      const figures = await figuresUntilNow(platform, most);
      if (json) for (const one of figures) await writeJson(one);
      else if (figures.length === 0) await writeOut(NOBODY[language()]);
      else {
        const nameOf = await namesOf(platform, figures);
        await writeOut(renderMonitoring(figures, { language: language(), nameOf }));
      }
    });
    return DONE;
  },
};

/** Newest first; none where this week has no figures, since nobody is scored. */
async function figuresUntilNow(
  platform: Platform,
  most: number,
): Promise<readonly ScoreMonitoring[]> {
  const { week } = granted(await platform.monitorScores(asker, {}));
  const weeks = await allItems((page) => platform.listScoreMonitoring(asker, page));
  const until = weeks.filter((one) => one.week <= week);
  return until[0]?.week === week ? until.slice(0, most) : [];
}

/** By the versions of the registry and the cards that the platform comes with. */
async function namesOf(
  platform: Platform,
  [latest]: readonly ScoreMonitoring[],
): Promise<IndicatorName> {
  const names = new Map<string, string>();
  for (const { card } of latest?.cards ?? []) {
    const known = await cardNamed(platform, card);
    for (const { indicators } of known?.dimensions ?? [])
      for (const indicator of indicators)
        names.set(`${card.id}.${card.version} ${indicator.id}`, indicator[language()]);
  }
  return ({ id, version }, indicator) => names.get(`${id}.${version} ${indicator}`) ?? indicator;
}

async function cardNamed(
  platform: Platform,
  { id, version }: ScoreMonitoring['cards'][number]['card'],
): Promise<Scorecard | undefined> {
  const own = cityCards.find((card) => card.id === id && card.version === version);
  const name = cardVersionId(`card_${id}.${version}`);
  if (own || !name) return own;
  const registered = await platform.readCard(asker, name);
  return registered.ok ? registered.value.value.card : undefined;
}
