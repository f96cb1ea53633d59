import type { RetentionReport } from '#domain/retention/report';
import { appliedRuleIds, retentionRules } from '#domain/retention/rules';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { alignTable } from '../demo/width.ts';
import { granted } from '../granted.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';

const USAGE = `xyd retention [--apply]

What the retention rules have deleted and erased, newest day first. With --apply they are
applied before, as of --as-of; a second time there is nothing left to do.

  --apply  delete and erase what is due
${STORE_OPTIONS}

${ruleLines().join('\n')}

Example: xyd retention --apply --as-of 2026-09-01`;

/** Each rule in a line, and its source below. */
function ruleLines(): readonly string[] {
  const lines = alignTable(
    appliedRuleIds.map((id) => {
      const { does, keeps, from } = retentionRules[id];
      const kept = keeps && ('days' in keeps ? `${keeps.days} days` : `${keeps.months} months`);
      return [`  ${id}`, does, `${kept} from ${from}`];
    }),
    [0, 1, 2],
  );
  return appliedRuleIds.flatMap((id, at) => [
    lines[at] ?? '',
    `      ${retentionRules[id].source}`,
  ]);
}

export const retention: Command = {
  about: 'what is deleted when its time is over',
  usage: USAGE,
  run: async (args) => {
    const options = readOptions(args, {
      ...storeOptions,
      apply: { type: 'boolean', default: false },
    });
    const asOf = readDay('--as-of', options['as-of']);
    const reports = await withPlatform(storeOf(options.data, asOf), async ({ platform }) => {
      if (options.apply) {
        granted(await platform.expireIdentities(asker, {}));
        while (!granted(await platform.applyRetention(asker, {})).finished);
      }
      return allItems((page) => platform.listRetention(asker, page));
    });
    if (options.json) for (const report of reports) await writeJson(report);
    else await writeOut(render(reports));
    return DONE;
  },
};

const render = (reports: readonly RetentionReport[]): string =>
  reports.length === 0
    ? 'Retention was never applied: see --apply.'
    : alignTable([
        ['day', 'rule', 'deleted', 'erased', 'next due'],
        ...reports.flatMap(({ day, rules }) =>
          rules.map(({ rule, deleted, erased, nextDue = '–' }) => [
            day,
            rule,
            String(deleted),
            String(erased),
            nextDue,
          ]),
        ),
      ]).join('\n');
