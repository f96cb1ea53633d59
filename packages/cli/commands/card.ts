import { parseUnifiedCode } from '#domain/enterprise/unified-code';
import { type CardVersionId, cardVersionId, type UnifiedCode } from '#domain/ids';
import type { Principal } from '#domain/principal';
import type { CardComparison } from '#domain/scoring/registry/card-comparison';
import { type CardVersion, cardRoles } from '#domain/scoring/registry/card-version';
import type { Score } from '#domain/scoring/score';
import { type Instant, parseInstant } from '#domain/time';
import type { Platform } from '#platform/platform';
import { cardDraftSchema } from '#platform/schemas/card-draft';
import { sentence } from '#platform/sentences';
import { allItems } from '../all-pages.ts';
import { type Command, DONE } from '../command.ts';
import { granted } from '../granted.ts';
import { language } from '../language.ts';
import { Misuse } from '../misuse.ts';
import { parsed } from '../parsed.ts';
import { readJson } from '../read-json.ts';
import { readDay, readId, readOptions, STORE_OPTIONS, storeOptions } from '../read-options.ts';
import { storeOf, withPlatform } from '../with-platform.ts';
import { actingAs, beginning, type Line, stepsOf, tell, whoOption } from './registry-lines.ts';

const USAGE = `xyd card draft FILE [--role ROLE]
xyd card check | approve | retire ID
xyd card activate ID --from DATE
xyd card compare ID
xyd card list | comparisons
xyd card show ID
xyd card scores CODE
xyd card replay CODE --at INSTANT

The registry of scorecards (评分卡): a version is drafted, checked, approved by somebody else,
and scores from a day on. What it says never changes; what it has told replays for ever. A
challenger scores in the shadow of the card in force; \`compare\` puts them side by side.
\`scores\` lists what a firm was told, newest first; \`replay\` reckons one of those anew.

  FILE          a card as JSON; its version in the registry is card_<id>.<version>
  --role ROLE   ${cardRoles.join(' or ')} (champion)
  --from DATE   the first day on which it scores
  --at INSTANT  when the firm was told it (\`scores\` says), such as 2026-03-02T01:00:00.000Z
  --as PERSON   who does it (xyd): who approves is another person than who drafts and checks
${STORE_OPTIONS}

Example: xyd card approve card_expert.4 --as wang`;

const verbs = ['draft', 'check', 'approve', 'activate', 'retire', 'compare', 'show'];
/** Of a firm, by its code. */
const ofFirm = ['scores', 'replay'];
const bare = ['list', 'comparisons'];

export const card: Command = {
  about: 'draft, approve and activate scorecards, replay their scores',
  usage: USAGE,
  run: async (args) => {
    const asked = readAsked(args);
    const lines = await withPlatform(storeOf(asked.data, asked.asOf), ({ platform }) =>
      work(platform, asked),
    );
    await tell(lines, asked.json);
    return DONE;
  },
};

function readAsked(args: readonly string[]) {
  const { words, data, json, role, at, from, ...options } = readOptions(
    args,
    {
      ...storeOptions,
      role: { type: 'string', default: 'champion' },
      from: { type: 'string' },
      at: { type: 'string' },
      ...whoOption,
    },
    2,
  );
  const [verb = '', what] = words;
  const known = what === undefined ? bare : [...verbs, ...ofFirm];
  if (!known.includes(verb))
    throw new Misuse(
      `Say xyd card ${[...verbs, ...ofFirm].join(' X, ')} X, or xyd card ${bare.join(', ')}`,
    );
  const asker = actingAs(options.as);
  const asOf = readDay('--as-of', options['as-of']);
  const of = what ?? '';
  return {
    verb,
    data,
    json,
    asker,
    asOf,
    from: readDay('--from', from),
    id:
      verb !== 'draft' && verbs.includes(verb)
        ? readId('The version', 'card', cardVersionId, of)
        : undefined,
    draft: verb === 'draft' ? parsed(of, cardDraftSchema, { card: readJson(of), role }) : undefined,
    firm: ofFirm.includes(verb) ? readFirm(of) : undefined,
    scoredAt: verb === 'replay' ? readAt(at) : undefined,
  };
}

function readFirm(code: string): UnifiedCode {
  const firm = parseUnifiedCode(code);
  if (!firm.ok) throw new Misuse(sentence(firm.refusal, language()));
  return firm.value;
}

function readAt(at: string | undefined): Instant {
  const scoredAt = parseInstant(at ?? '');
  if (scoredAt === undefined)
    throw new Misuse(`--at is an instant such as 2026-03-02T01:00:00.000Z, not ${at ?? 'nothing'}`);
  return scoredAt;
}

type Asked = ReturnType<typeof readAsked>;

async function work(platform: Platform, asked: Asked): Promise<readonly Line[]> {
  const { verb, asker, id, draft, firm } = asked;
  if (draft) {
    const drafted = granted(await platform.draftCard(asker, draft));
    return [lineOf(drafted.value)];
  }
  if (firm) return workOnFirm(platform, asked, firm);
  if (verb === 'list')
    return (await allItems((page) => platform.listCards(asker, page))).map(lineOf);
  if (verb === 'comparisons')
    return (await allItems((page) => platform.listCardComparisons(asker, page))).map(compared);
  if (id === undefined) throw new Misuse('Say which version');
  switch (verb) {
    case 'check':
      return [lineOf(granted(await platform.checkCard(asker, id)))];
    case 'approve':
      return [lineOf(granted(await platform.approveCard(asker, id)))];
    case 'activate':
      return [lineOf(granted(await platform.activateCard(asker, { id, from: beginning(asked) })))];
    case 'retire':
      return [lineOf(granted(await platform.retireCard(asker, id)))];
    case 'compare':
      return [compared(await compareWhole(platform, asker, id))];
    default:
      return [shown(granted(await platform.readCard(asker, id)).value)];
  }
}

async function workOnFirm(
  platform: Platform,
  { asker, scoredAt }: Asked,
  code: UnifiedCode,
): Promise<readonly Line[]> {
  if (scoredAt === undefined) {
    const told = await allItems((page) => platform.listScores(asker, { ...page, code }));
    return told.map((score) => ({ told: score, cells: [score.scoredAt, ...cellsOf(score)] }));
  }
  const replayed = granted(await platform.replayScore(asker, { code, scoredAt }));
  const { score, same } = replayed;
  const cells = [code, ...cellsOf(score), same ? 'the same' : 'NOT the same'];
  return [{ told: replayed, cells }];
}

const cellsOf = ({
  asOf,
  points,
  grade,
  card: by,
}: Pick<Score, 'asOf' | 'points' | 'grade' | 'card'>) => [
  asOf,
  String(points),
  grade,
  `card_${by.id}.${by.version}`,
];

async function compareWhole(platform: Platform, asker: Principal, challenger: CardVersionId) {
  let comparison: CardComparison;
  do comparison = granted(await platform.compareChallenger(asker, { challenger }));
  while (comparison.after !== undefined);
  return comparison;
}

const lineOf = ({ card: what, ...version }: CardVersion): Line => ({
  told: { ...version, card: { id: what.id, version: what.version, zh: what.zh, en: what.en } },
  cells: [version.id, version.role, version.status, version.activeFrom ?? '–', stepsOf(version)],
});

const shown = (version: CardVersion): Line => ({ ...lineOf(version), told: version });

const compared = (comparison: CardComparison): Line => ({
  told: comparison,
  cells: [
    comparison.asOf,
    comparison.challenger,
    `beside version ${comparison.champion.version}`,
    `${comparison.firms} firms`,
    `PSI ${comparison.psi}`,
    `mean shift ${comparison.meanShift}`,
    comparison.after === undefined ? '' : 'not finished',
  ],
});
