import type { EntriesCheck } from '#domain/credit/lists/check-entries';
import { listTypeOf } from '#domain/credit/lists/list-type';
import type { UnifiedCode } from '#domain/ids';
import type { BusinessDate } from '#domain/time';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';
import { readCode } from './score.ts';

const USAGE = `xyd check --code C

Whether anything stands against a firm: every list that it is on, and what follows.
hard_stop: nothing may go on; manual: a person looks first; information: told, and
stops nothing; clear: on no list.

  --code C      the firm, by its 统一社会信用代码
${STORE_OPTIONS}

With --json one object: code, asOf, verdict, hits (type, action, record, since, until,
disputedBy), register, ruleVersion, known.

Example: xyd check --code 91320594724404238R --json`;

export const check: Command = {
  about: 'whether a firm stands on a list that stops it',
  usage: USAGE,
  run: async (args) => {
    const options = readOptions(args, { ...storeOptions, code: { type: 'string' } });
    if (options.code === undefined) throw new Misuse('xyd check needs --code, a firm');
    const code = readCode(options.code);
    const asOf = readDay('--as-of', options['as-of']);
    await withPlatform(storeOf(options.data, asOf), async ({ platform }) => {
      const found = granted(
        await platform.checkEnterprise(asker, { code, ...(asOf !== undefined && { asOf }) }),
      );
      await (options.json ? writeJson(found) : writeOut(render(found)));
    });
    return DONE;
  },
};

type Checked = Omit<EntriesCheck, 'known'> & { readonly known?: boolean } & {
  readonly code: UnifiedCode;
  readonly asOf: BusinessDate;
};

function render({ code, asOf, verdict, hits, register, known }: Checked): string {
  const stranger = known ? '' : ' (not in the register)';
  return [
    `${code}  ${verdict} on ${asOf}${stranger}`,
    ...(register === undefined ? [] : [`  hard_stop  ${nameOf(register)}`]),
    ...hits.map(({ type, action, record, since, until, disputedBy }) =>
      [
        `  ${action.padEnd(11)}`,
        nameOf(type),
        ` since ${since}`,
        until === undefined ? '' : ` until ${until}`,
        disputedBy === undefined ? '' : ', disputed',
        `  ${record}`,
      ].join(''),
    ),
  ].join('\n');
}

const nameOf = (type: string): string => listTypeOf(type)?.[language()] ?? type;
