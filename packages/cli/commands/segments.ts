import { schemeVersionId } from '#domain/ids';
import { cardsToBe } from '#domain/scoring/registry/cards-on';
import type { SchemeVersion } from '#domain/scoring/registry/scheme-version';
import type { Platform } from '#platform/platform';
import { readScheme, schemeSchema } from '#platform/schemas/segment-scheme';
import { allItems } from '../all-pages.ts';
import { type Command, DONE, FAILED } from '../command.ts';
import { granted } from '../granted.ts';
import { Misuse } from '../misuse.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../read-json.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { actingAs, beginning, type Line, stepsOf, tell, whoOption } from './registry-lines.ts';

const USAGE = `xyd segments faults FILE
xyd segments draft FILE
xyd segments check | approve | retire ID
xyd segments activate ID --from DATE
xyd segments list
xyd segments show ID

Which card scores which firm (分群规则): rules of which the first that holds chooses the card. A
version is drafted, checked, approved by somebody else, and chooses from a day on; what it says
never changes. \`faults\` lists every fault of a file with its place, and keeps nothing.

  FILE          segment rules as JSON; their version in the registry is scheme_<id>.<version>
  --from DATE   the first day on which it chooses; all its cards must score on that day
  --as PERSON   who does it (xyd): who approves is another person than who drafts and checks
${STORE_OPTIONS}

Example: xyd segments approve scheme_city.2 --as wang`;

const verbs = ['faults', 'draft', 'check', 'approve', 'activate', 'retire', 'show'];

export const segments: Command = {
  about: 'draft, approve and activate the rules that choose the card of a firm',
  usage: USAGE,
  run: async (args) => {
    const asked = readAsked(args);
    const lines = await withPlatform(storeOf(asked.data, asked.asOf), ({ platform }) =>
      work(platform, asked),
    );
    await tell(lines, asked.json);
    return asked.verb === 'faults' && lines.length > 0 ? FAILED : DONE;
  },
};

function readAsked(args: readonly string[]) {
  const { words, data, json, from, ...options } = readOptions(
    args,
    { ...storeOptions, from: { type: 'string' }, ...whoOption },
    2,
  );
  const [verb = '', what] = words;
  if (!(what === undefined ? ['list'] : verbs).includes(verb))
    throw new Misuse(`Say xyd segments ${verbs.join(' X, ')} X, or xyd segments list`);
  const of = what ?? '';
  const named = what !== undefined && verb !== 'draft' && verb !== 'faults';
  return {
    verb,
    data,
    json,
    asker: actingAs(options.as),
    asOf: readDay('--as-of', options['as-of']),
    from: readDay('--from', from),
    id: named ? readId('The version', 'scheme', schemeVersionId, of) : undefined,
    draft: verb === 'draft' ? parsed(of, schemeSchema, readJson(of)) : undefined,
    file: verb === 'faults' ? readJson(of) : undefined,
  };
}

type Asked = ReturnType<typeof readAsked>;

async function work(platform: Platform, asked: Asked): Promise<readonly Line[]> {
  const { verb, asker, id, draft, file } = asked;
  if (verb === 'faults') return faultsOf(file, await cardsOf(platform, asked));
  if (draft) return [lineOf(granted(await platform.draftScheme(asker, draft)).value)];
  if (verb === 'list')
    return (await allItems((page) => platform.listSchemes(asker, page))).map(lineOf);
  if (id === undefined) throw new Misuse('Say which version');
  switch (verb) {
    case 'check':
      return [lineOf(granted(await platform.checkScheme(asker, id)))];
    case 'approve':
      return [lineOf(granted(await platform.approveScheme(asker, id)))];
    case 'activate':
      return [
        lineOf(granted(await platform.activateScheme(asker, { id, from: beginning(asked) }))),
      ];
    case 'retire':
      return [lineOf(granted(await platform.retireScheme(asker, id)))];
    default:
      return [shown(granted(await platform.readScheme(asker, id)).value)];
  }
}

async function cardsOf(platform: Platform, { asker }: Asked) {
  return cardsToBe(await allItems((page) => platform.listCards(asker, page)));
}

function faultsOf(file: unknown, cards: Parameters<typeof readScheme>[1]): readonly Line[] {
  const read = readScheme(file, cards);
  return read.ok
    ? []
    : read.faults.map((fault) => ({ told: fault, cells: [fault.at, fault.code] }));
}

const lineOf = ({ scheme: { id, version, rules }, ...kept }: SchemeVersion): Line => ({
  told: { ...kept, scheme: { id, version } },
  cells: [
    kept.id,
    kept.status,
    kept.activeFrom ?? '–',
    rules.map((rule) => `${rule.id} → ${rule.card}`).join(', '),
    stepsOf(kept),
  ],
});

const shown = (version: SchemeVersion): Line => ({ ...lineOf(version), told: version });
