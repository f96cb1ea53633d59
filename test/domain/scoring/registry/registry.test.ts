import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '#domain/refusal';
import { expertCard } from '#domain/scoring/expert-card';
import type { CardVersion } from '#domain/scoring/registry/card-version';
import { cardsOn } from '#domain/scoring/registry/cards-on';
import { decideCardMove, decideDraft } from '#domain/scoring/registry/decide-card';
import type { VersionMove } from '#domain/scoring/registry/decide-version';
import { replay, type ScoreBasis } from '#domain/scoring/registry/replay';
import { score } from '#domain/scoring/score-enterprise';
import type { Scorecard } from '#domain/scoring/scorecard';
import { cityCards } from '#domain/scoring/segments';
import { date } from '#domain/time';
import { instant } from '#test/support/builders';
import { someFacts } from '../a-facts.ts';
import { AS_OF, CODE, readAll, registered } from '../build.ts';
import { aKnownFirm } from '../every-catalogue.ts';

const at = instant('2026-03-02T01:00:00.000Z');
const today = date('2026-03-02');
const hashOf = (card: Scorecard) => createHash('sha256').update(JSON.stringify(card)).digest('hex');

function granted(outcome: Outcome<CardVersion>): CardVersion {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const draft = (card: Scorecard = expertCard, role: CardVersion['role'] = 'champion') =>
  granted(decideDraft(undefined, { card, hash: hashOf(card), role }, { by: 'lin', at }));
const move = (version: CardVersion, step: VersionMove, by: string, on = today) =>
  decideCardMove(version, step, { by, at, today: on }, { cards: [version], schemes: [] });
const checked = () => granted(move(draft(), { action: 'check' }, 'chen'));
const approved = () => granted(move(checked(), { action: 'approve' }, 'wang'));
const active = (from = today) => granted(move(approved(), { action: 'activate', from }, 'wang'));

describe('a version of a card', () => {
  test('the same again is the same, another content or role under its name is refused', () => {
    const kept = draft();
    const again = { card: expertCard, hash: hashOf(expertCard), role: 'champion' } as const;
    const by = { by: 'somebody', at };
    expect(decideDraft(kept, again, by)).toEqual({ ok: true, value: kept });
    expect(decideDraft(kept, { ...again, hash: 'another' }, by)).toMatchObject({
      refusal: { code: 'card_differs', field: 'card' },
    });
    expect(decideDraft(kept, { ...again, role: 'challenger' }, by)).toMatchObject({
      refusal: { code: 'card_differs', field: 'role' },
    });
  });

  test('with a fault is no draft, and says where', () => {
    const card = { ...expertCard, bands: [{ grade: 'A', from: 5 }] };
    expect(decideDraft(undefined, { card, hash: '', role: 'champion' }, { by: 'lin', at })).toEqual(
      {
        ok: false,
        refusal: { code: 'card_faulty', field: 'expert', actual: 'bands_not_to_zero' },
      },
    );
  });

  test.each([
    ['draft', draft, ['check', 'retire']],
    ['checked', checked, ['approve', 'retire']],
    ['approved', approved, ['activate', 'retire']],
    ['active', () => active(date('2026-04-01')), ['activate', 'retire']],
    ['retired', () => granted(move(active(), { action: 'retire' }, 'wang')), []],
  ] as const)('that is %s allows just what comes next', (status, build, allowed) => {
    const version = build();
    expect(version.status).toBe(status);
    const moves: readonly VersionMove[] = [
      { action: 'check' },
      { action: 'approve' },
      { action: 'activate', from: date('2026-05-01') },
      { action: 'retire' },
    ];
    const possible = moves.filter((step) => move(version, step, 'zhao').ok);
    expect(possible.map(({ action }) => action)).toEqual(allowed);
  });

  test.each([
    ['lin', 'card_same_person'],
    ['chen', 'card_same_person'],
    ['wang', undefined],
  ])('drafted by lin and checked by chen is approved by %s: %s', (by, code) => {
    const outcome = move(checked(), { action: 'approve' }, by);
    expect(outcome.ok ? undefined : outcome.refusal.code).toBe(code);
  });

  test('never begins on a day that is past, nor anew once it has begun', () => {
    const yesterday = { action: 'activate', from: date('2026-03-01') } as const;
    expect(move(approved(), yesterday, 'wang')).toMatchObject({
      refusal: { code: 'out_of_range', field: 'from' },
    });
    const later = { action: 'activate', from: date('2026-06-01') } as const;
    expect(move(active(), later, 'wang').ok).toBe(false);
    expect(move(active(date('2026-04-01')), later, 'wang').ok).toBe(true);
  });

  test('keeps what it says and who did what through every step', () => {
    const retired = granted(move(active(), { action: 'retire' }, 'wang'));
    expect([retired.card, retired.hash]).toEqual([expertCard, hashOf(expertCard)]);
    expect(retired.steps.map(({ action, by }) => `${action} ${by}`)).toEqual([
      'draft lin',
      'check chen',
      'approve wang',
      'activate wang',
      'retire wang',
    ]);
  });
});

describe('cards on a day', () => {
  const of = (version: number, from: string, told: Partial<CardVersion> = {}): CardVersion => ({
    ...active(),
    card: { ...expertCard, version },
    activeFrom: date(from),
    ...told,
  });
  const versions = [
    of(3, '2026-01-01'),
    of(4, '2026-03-01'),
    of(5, '2026-03-01', { role: 'challenger' }),
    of(6, '2026-04-01', { activeTo: date('2026-04-30') }),
  ];

  test.each([
    ['2025-12-31', []],
    ['2026-01-01', [3]],
    ['2026-02-28', [3]],
    ['2026-03-01', [4]],
    ['2026-04-01', [6]],
    ['2026-05-01', [4]], // The one before stands again.
  ] as const)('on %s version %j scores', (day, expected) => {
    const found = cardsOn(versions.toReversed(), date(day));
    expect(found.map(({ card }) => card.version)).toEqual(expected);
  });

  test('challengers stand apart', () => {
    const found = cardsOn(versions, date('2026-03-15'), 'challenger');
    expect(found.map(({ card }) => card.version)).toEqual([5]);
  });
});

describe('replay', () => {
  const facts = readAll(aKnownFirm);
  const disputed = [...(facts.penalty_weight?.evidence ?? [])];
  const told = score({
    card: expertCard,
    facts,
    enterprise: registered,
    asOf: AS_OF,
    disputed: new Set(disputed),
  });

  test('gives the same bytes from what is stored, whatever became of cards and records', () => {
    const stored = JSON.stringify({ code: CODE, asOf: AS_OF, facts, disputed });
    const card: Scorecard = JSON.parse(JSON.stringify(expertCard));
    const basis: ScoreBasis = JSON.parse(stored);
    expect(JSON.stringify(replay(basis, card))).toBe(JSON.stringify(told));
  });

  test('of any firm by any card gives the same bytes', () => {
    fc.assert(
      fc.property(someFacts(cityCards), fc.constantFrom(...cityCards), (some, card) => {
        const first = score({ card, facts: some, enterprise: registered, asOf: AS_OF });
        const basis: ScoreBasis = JSON.parse(
          JSON.stringify({ code: CODE, asOf: AS_OF, facts: some, disputed: [] }),
        );
        expect(JSON.stringify(replay(basis, card))).toBe(JSON.stringify(first));
      }),
    );
  });
});
