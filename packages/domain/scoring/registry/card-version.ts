import type { CardVersionId } from '../../ids.ts';
import type { Scorecard } from '../scorecard.ts';
import type { Registered } from './registered.ts';

/** `champion` scores; a `challenger` scores in its shadow and is compared, and nobody is told its points. */
export const cardRoles = ['champion', 'challenger'] as const;
export type CardRole = (typeof cardRoles)[number];

/** A version of a card as the registry keeps it. What it says never changes; its status does. */
export type CardVersion = Registered & {
  readonly id: CardVersionId;
  readonly card: Scorecard;
  readonly role: CardRole;
};

export const versionIdOf = ({ id, version }: Pick<Scorecard, 'id' | 'version'>): CardVersionId =>
  `card_${id}.${version}`;
