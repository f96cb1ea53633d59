import type { Consent } from '#domain/consent/consent';
import { type ConsentView, consentView } from '#domain/consent/consent-view';
import type { Command } from '#domain/refusal';
import type { Ports } from './ports.ts';
import type { Paged } from './read.ts';

type World = Pick<Ports, 'now' | 'today'>;

/** The same command, whose consent is answered as its parties see it today. */
export const viewing =
  <Input>(ports: World, work: Command<Input, Consent>): Command<Input, ConsentView> =>
  async (asker, input) => {
    const outcome = await work(asker, input);
    return outcome.ok ? { ...outcome, value: seen(ports, outcome.value) } : outcome;
  };

/** Of one that answers a consent with its version. */
export const viewingKept =
  <Input, Answer extends { readonly value: Consent }>(
    ports: World,
    work: Command<Input, Answer>,
  ): Command<Input, Omit<Answer, 'value'> & { readonly value: ConsentView }> =>
  async (asker, input) => {
    const outcome = await work(asker, input);
    if (!outcome.ok) return outcome;
    return { ok: true, value: { ...outcome.value, value: seen(ports, outcome.value.value) } };
  };

/** Of one that answers a page of them. */
export const viewingPage =
  <Input>(ports: World, work: Command<Input, Paged<Consent>>): Command<Input, Paged<ConsentView>> =>
  async (asker, input) => {
    const outcome = await work(asker, input);
    if (!outcome.ok) return outcome;
    const items = outcome.value.items.map((consent) => seen(ports, consent));
    return { ok: true, value: { ...outcome.value, items } };
  };

const seen = (ports: World, consent: Consent): ConsentView =>
  consentView(consent, { now: ports.now(), today: ports.today() });
