import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { renderMonitoring } from './render-monitoring.ts';

const USAGE = `xyd monitor

How the scorecards fare this week: points and indicators against the sample kept when the card
had first scored the city (PSI, CSI), ranking against the loans that banks have reported (AUC, KS),
and how firms fare by district, industry, size and age. Reckoned once a week; asked again, the
same figures.

${STORE_OPTIONS}

Example: xyd monitor --as-of 2026-03-02`;

const NOBODY = {
  zh: '尚无企业评分，没有可监测的内容；请先运行 xyd score。',
  en: 'No firm has a score yet, so there is nothing to watch: see xyd score.',
};

export const monitor: Command = {
  about: 'how the scorecards fare this week',
  usage: USAGE,
  run: async (args) => {
    const { data, json, ...options } = readOptions(args, storeOptions);
    const asOf = readDay('--as-of', options['as-of']);
    const figures = await withPlatform(storeOf(data, asOf), async ({ platform }) => {
      const { week } = granted(await platform.monitorScores(asker, {}));
      const weeks = await allItems((page) => platform.listScoreMonitoring(asker, page));
      return weeks.filter((one) => one.week === week);
    });
    for (const one of figures)
      await (json ? writeJson(one) : writeOut(renderMonitoring(one, language())));
    if (figures.length === 0 && !json) await writeOut(NOBODY[language()]);
    return DONE;
  },
};
