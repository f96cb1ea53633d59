import type { Case } from '#domain/case/case';
import type { Move } from '#domain/case/decide-move';
import { reasonCodes } from '#domain/case/reason-codes';
import { caseId } from '#domain/ids';
import type { Platform } from '#platform/platform';
import { caseExtensionSchema, caseTermsSchema } from '#platform/schemas/case';
import { allItems } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE } from '../command.ts';
import { alignTable } from '../demo/width.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../read-json.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';

const USAGE = `xyd case file|accept|decline|extend|grant|deny|cancel|show|due

Objections to records (异议) and their repair (信用修复): a case is filed, accepted or
declined, then granted or denied. What is granted takes its record from display, sharing
and scoring for good. Without --reason the usual one is given, where there is one alone.

  file --file F           a case as JSON: id, kind (objection, repair), code, record,
                          statement, evidence [{ name, proves }], promised
  accept --id ID          and so decline, extend, grant, deny, cancel; show tells one case
    --reason CODE         why, of the office's table
    --note TEXT           and in more words
  due                     the cases that wait for the office, by the day to act
${STORE_OPTIONS}

Example: xyd case grant --id case_2026-17 --reason conditions_met`;

const actions: Readonly<Record<string, Move['action']>> = {
  accept: 'accept',
  decline: 'decline',
  extend: 'extend',
  grant: 'grant',
  deny: 'deny',
  cancel: 'cancel',
};

export const caseCommand: Command = {
  about: 'objections to records and their repair',
  usage: USAGE,
  run: async (args) => {
    const options = readTerms(args);
    const asOf = readDay('--as-of', options['as-of']);
    const store = storeOf(options.data, asOf);
    const work = workOf(options);
    const found = await withPlatform(store, ({ platform }) => work(platform));
    if (options.json) for (const one of found) await writeJson(one);
    else await writeOut(render(found));
    return DONE;
  },
};

const readTerms = (args: readonly string[]) =>
  readOptions(
    args,
    {
      ...storeOptions,
      id: { type: 'string' },
      file: { type: 'string' },
      reason: { type: 'string' },
      note: { type: 'string' },
    },
    1,
  );
type Terms = ReturnType<typeof readTerms>;
type Work = (platform: Platform) => Promise<readonly Case[]>;

/** Reads all that was typed before the store is opened. */
function workOf(options: Terms): Work {
  const [verb = ''] = options.words;
  if (verb === 'due')
    return (platform) => allItems<Case>((page) => platform.listOpenCases(asker, page));
  if (verb === 'file') return filing(options);
  const action = Object.hasOwn(actions, verb) ? actions[verb] : undefined;
  if (action === undefined && verb !== 'show')
    throw new Misuse(`xyd case takes file, ${Object.keys(actions).join(', ')}, show or due`);
  const id = readId('--id', 'case', caseId, options.id ?? '');
  if (action === undefined)
    return async (platform) => [granted(await platform.readCase(asker, id)).value];
  const told = reasonsTold(options);
  return async (platform) => {
    const { value: kept } = granted(await platform.readCase(asker, id));
    const reasons = told ?? usualReasons(kept.kind, action);
    return [
      granted(
        action === 'cancel'
          ? await platform.cancelCase(asker, id)
          : await platform.moveCase(asker, { id, action, reasons }),
      ),
    ];
  };
}

function filing({ file }: Terms): Work {
  if (file === undefined) throw new Misuse('xyd case file needs --file, a case as JSON');
  const terms = parsed(file, caseTermsSchema, readJson(file));
  return async (platform) => [granted(await platform.fileCase(asker, terms)).value];
}

function reasonsTold({ reason, note }: Terms): Move['reasons'] | undefined {
  if (reason !== undefined)
    return parsed('--reason', caseExtensionSchema.shape.reasons, [
      { code: reason, ...(note !== undefined && { note }) },
    ]);
  if (note !== undefined) throw new Misuse('--note goes with --reason');
  return undefined;
}

/** The reason that goes without saying; a choice is for whoever decides. */
function usualReasons(kind: Case['kind'], action: Move['action']): Move['reasons'] {
  if (action === 'cancel') return [];
  const codes = Object.keys(reasonCodes[kind][action]);
  if (codes.length > 1)
    throw new Misuse(`xyd case ${action} needs --reason, one of ${codes.join(', ')}`);
  return codes.map((code) => ({ code }));
}

const render = (cases: readonly Case[]): string =>
  cases.length === 0 ? 'No case waits.' : alignTable(cases.map(lineOf)).join('\n');

function lineOf({ id, kind, status, record, acceptBy, decideBy, decided }: Case) {
  const due = { filed: acceptBy, accepted: decideBy }[String(status)];
  const reasons = (decided?.reasons ?? []).map(({ code, note }) => note ?? reasonName(kind, code));
  const end = due === undefined ? [decided?.on ?? '', ...reasons].join(', ') : `by ${due}`;
  return [id, kind, status, end, record];
}

function reasonName(kind: Case['kind'], code: string): string {
  const known = Object.values(reasonCodes[kind]).flatMap((reasons) => Object.entries(reasons));
  return known.find(([one]) => one === code)?.[1][language()] ?? code;
}
