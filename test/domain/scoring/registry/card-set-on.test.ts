import { describe, expect, test } from 'vitest';
import { expertCard } from '#domain/scoring/expert-card';
import { cardSetOn, schemeWithout } from '#domain/scoring/registry/card-set-on';
import type { CardVersion } from '#domain/scoring/registry/card-version';
import { versionIdOf } from '#domain/scoring/registry/card-version';
import { type SchemeVersion, schemeIdOf } from '#domain/scoring/registry/scheme-version';
import { citySegments } from '#domain/scoring/segments';
import { date } from '#domain/time';

const scheme = (
  version: number,
  from: string,
  { card = 'expert', ...told }: Partial<SchemeVersion> & { readonly card?: string } = {},
): SchemeVersion => {
  const rules = citySegments.rules.map((rule) => ({ ...rule, card }));
  const what = { id: 'city', version, rules };
  return {
    id: schemeIdOf(what),
    scheme: what,
    hash: '',
    status: 'active',
    steps: [],
    activeFrom: date(from),
    ...told,
  };
};
const cardVersion = (
  version: number,
  from: string,
  told: Partial<CardVersion> = {},
): CardVersion => {
  const card = { ...expertCard, id: 'own', version };
  return {
    id: versionIdOf(card),
    card,
    hash: '',
    role: 'champion',
    status: 'active',
    steps: [],
    activeFrom: date(from),
    ...told,
  };
};

describe('the rules that choose on a day', () => {
  const schemes = [
    scheme(4, '2026-01-01'),
    scheme(3, '2026-03-01'),
    scheme(5, '2026-03-01'),
    scheme(6, '2026-04-01', { status: 'retired', activeTo: date('2026-04-30') }),
    scheme(7, '2026-06-01', { card: 'own' }),
  ];

  test.each([
    ['2025-12-31', 1], // The platform's own.
    ['2026-01-01', 4],
    ['2026-02-28', 4],
    ['2026-03-01', 5], // Of two that begin on one day, the greater.
    ['2026-04-30', 6],
    ['2026-05-01', 5], // The one before stands again.
    ['2026-06-01', 5], // Its card does not score yet.
    ['2026-06-15', 7],
  ] as const)('are on %s those of version %d', (day, version) => {
    const cards = [cardVersion(1, '2026-06-15')];
    const chosen = cardSetOn({ cards, schemes: schemes.toReversed() }, date(day));
    expect(chosen.scheme.version).toBe(version);
    for (const { card } of chosen.scheme.rules)
      expect(chosen.cards.map(({ id }) => id)).toContain(card);
  });
});

describe('rules that would lack a card', () => {
  const own = cardVersion(1, '2026-03-01');
  const gone = { status: 'retired', activeTo: date('2026-03-09') } as const;
  const today = date('2026-03-10');

  test.each<[string, readonly SchemeVersion[], readonly CardVersion[], string | undefined]>([
    ['choose today', [scheme(2, '2026-03-05', { card: 'own' })], [], 'scheme_city.2'],
    ['are to choose one day', [scheme(2, '2026-09-01', { card: 'own' })], [], 'scheme_city.2'],
    [
      'chose before those of today',
      [scheme(2, '2026-03-05', { card: 'own' }), scheme(3, '2026-03-06')],
      [],
      undefined,
    ],
    ['are retired', [scheme(2, '2026-09-01', { card: 'own', status: 'retired' })], [], undefined],
    ['name another card', [scheme(2, '2026-03-05')], [], undefined],
    [
      'have another version of it',
      [scheme(2, '2026-03-05', { card: 'own' })],
      [cardVersion(2, '2026-03-02')],
      undefined,
    ],
    [
      'have another version of it in time',
      [scheme(2, '2026-09-01', { card: 'own' })],
      [cardVersion(2, '2026-09-01')],
      undefined,
    ],
    [
      'have another version of it too late',
      [scheme(2, '2026-09-01', { card: 'own' })],
      [cardVersion(2, '2026-09-02')],
      'scheme_city.2',
    ],
  ])('that %s', (_, schemes, others, expected) => {
    const registry = { cards: [own, ...others], schemes };
    const after = [{ ...own, ...gone }, ...others];
    expect(schemeWithout(registry, after, today)?.id).toBe(expected);
  });
});
