import type { AuditEntry, AuditStream } from '#domain/audit/audit-entry';
import { isStream } from '#domain/audit/audit-fault';
import type { Platform } from '#platform/platform';
import { brokenLinkSentence } from '#platform/sentences/audit';
import { allPages } from '../all-pages.ts';
import { asker } from '../asker.ts';
import { type Command, DONE, FAILED } from '../command.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { readDay, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { createTicker } from '../ticker.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { writeJson, writeOut } from '../write-out.ts';

const USAGE = `xyd audit verify
xyd audit show STREAM

Every decision and every administrative change stands in the audit, entry after entry, each
with the hash of the one before; each day is sealed and signed. \`verify\` looks at every
entry, every sealed day and every signature, compares each item with what was written, and
names the first link that does not hold. \`show\` tells the entries of one stream, such as
need/need_1, product/product_quick, case/case_1 or score/0b.

${STORE_OPTIONS}

Exit code 0: it holds; 1: it is broken; 2: bad usage.

Example: xyd audit verify --data .data`;

export const audit: Command = {
  about: 'prove that no decision was changed, or show who decided what',
  usage: USAGE,
  run: async (args) => {
    const { words, data, json, ...options } = readOptions(args, storeOptions, 2);
    const [verb, stream] = words;
    const store = storeOf(data, readDay('--as-of', options['as-of']));
    if (verb === 'verify' && stream === undefined) return verify(store, json);
    if (verb === 'show') return show(store, json, readStream(stream));
    throw new Misuse('Say xyd audit verify, or xyd audit show STREAM');
  },
};

type Store = ReturnType<typeof storeOf>;
type AuditVerification = Extract<
  Awaited<ReturnType<Platform['verifyAudit']>>,
  { readonly ok: true }
>['value'];

async function verify(store: Store, json: boolean): Promise<number> {
  const ticker = createTicker();
  const verified = await withPlatform(store, async ({ platform }) =>
    granted(
      await platform.verifyAudit(asker, {
        onProgress: (entries) => ticker.tell(`${entries} entries`),
      }),
    ),
  ).finally(ticker.clear);
  await (json ? writeJson(verified) : writeOut(render(verified)));
  return verified.firstBroken ? FAILED : DONE;
}

function render({ firstBroken, ...verified }: AuditVerification): string {
  if (firstBroken) return brokenLinkSentence(firstBroken, language());
  return intact[language()](verified);
}

const intact = {
  en: ({ entries, streams, checkpoints, sealedUntil, unsealed }: AuditVerification) =>
    [
      `The audit holds: ${entries} entries in ${streams} streams.`,
      sealedUntil
        ? `${checkpoints} days are sealed, the last one ${sealedUntil}; ${unsealed} entries are not yet.`
        : 'No day is sealed yet: what is gone from the end of a stream could not be missed.',
    ].join('\n'),
  zh: ({ entries, streams, checkpoints, sealedUntil, unsealed }: AuditVerification) =>
    [
      `审计链完整：${streams} 条链，共 ${entries} 条记录。`,
      sealedUntil
        ? `已封存 ${checkpoints} 日，至 ${sealedUntil}；尚未封存 ${unsealed} 条。`
        : '尚无封存日：链末端若有缺失，无从得知。',
    ].join('\n'),
};

async function show(store: Store, json: boolean, stream: AuditStream): Promise<number> {
  await withPlatform(store, async ({ platform }) => {
    for await (const entries of allPages((page) => platform.listAudit(asker, { ...page, stream })))
      for (const entry of entries) await (json ? writeJson(entry) : writeOut(lineOf(entry)));
  });
  return DONE;
}

function lineOf({ seq, at, by, happenings, changes, hash }: AuditEntry): string {
  const happened = happenings.map(({ type }) => type);
  const changed = changes.map(({ kind, id, version }) => `${kind} ${id} v${version}`);
  const who = `${by.kind}/${by.organisation} ${by.id}`;
  return [`#${seq}`, at, who, [...happened, ...changed].join(', '), hash.slice(0, 12)].join('  ');
}

function readStream(text: string | undefined): AuditStream {
  if (text !== undefined && isStream(text)) return text;
  throw new Misuse(`A stream is a kind and an id, such as need/need_1, not ${text ?? 'nothing'}`);
}
