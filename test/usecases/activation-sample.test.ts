import { expect, test } from 'vitest';
import { expertCard } from '#domain/scoring/expert-card';
import { addDays } from '#domain/time';
import { TODAY } from '#test/support/builders';
import { aWatchedCity } from '#test/support/consents';
import { memoryStore } from '#test/support/memory-store';
import { codeOf } from '#test/support/numbered-firms';
import { anOfficer, OPERATOR } from '#test/support/principals';
import { done } from '#test/support/slice';

const codes = Array.from({ length: 120 }, (_, number) => codeOf(number + 1));

test('a card that begins gets its sample from the first week in which it has come through the city', async () => {
  const store = memoryStore();
  const { platform, on } = await aWatchedCity(store, codes);
  const next = { ...expertCard, version: expertCard.version + 1, en: 'Next' };
  const approver = { ...anOfficer('office.approver'), id: 'officer-other' };
  const { value } = await done(
    platform.draftCard(anOfficer('office.model'), { card: next, role: 'champion' }),
  );
  await done(platform.checkCard(anOfficer('office.model'), value.id));
  await done(platform.approveCard(approver, value.id));
  await done(platform.scoreEnterprises(OPERATOR, codes));

  const weekOn = async (day: typeof TODAY) => {
    on(day);
    const { week } = await done(platform.monitorScores(OPERATOR, {}));
    const cards = (await store.get('scoreMonitoring', week))?.value.cards ?? [];
    return cards.map(({ card, firms, stability }) => [card.version, firms, stability.status]);
  };
  const sampleOn = async () => (await store.get('activationSample', value.hash))?.value.takenOn;

  expect(await weekOn(TODAY)).toEqual([[expertCard.version, 120, 'measured']]);
  await done(platform.activateCard(approver, { id: value.id, from: TODAY }));
  // The re-scoring is cut off in the middle.
  await done(platform.scoreEnterprises(OPERATOR, codes.slice(0, 110)));
  expect(await weekOn(addDays(TODAY, 7))).toEqual([
    [expertCard.version, 10, 'too_few'],
    [next.version, 110, 'rescoring'],
  ]);
  expect(await sampleOn()).toBeUndefined();
  await done(platform.scoreEnterprises(OPERATOR, codes));
  expect(await weekOn(addDays(TODAY, 14))).toEqual([[next.version, 120, 'measured']]);
  expect(await sampleOn()).toBe(addDays(TODAY, 14));
}, 30_000);
