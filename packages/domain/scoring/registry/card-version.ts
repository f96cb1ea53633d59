import type { CardVersionId } from '../../ids.ts';
import type { BusinessDate, Instant } from '../../time.ts';
import type { Scorecard } from '../scorecard.ts';

/** 草稿 → 已校验 → 已批准 → 生效 → 停用. */
export const cardStatuses = ['draft', 'checked', 'approved', 'active', 'retired'] as const;
export type CardStatus = (typeof cardStatuses)[number];

/** `champion` scores; a `challenger` scores in its shadow and is compared, and nobody is told its points. */
export const cardRoles = ['champion', 'challenger'] as const;
export type CardRole = (typeof cardRoles)[number];

export type CardAction = 'draft' | 'check' | 'approve' | 'activate' | 'retire';

/** Who did what to it, and when. */
export type CardStep = { readonly action: CardAction; readonly by: string; readonly at: Instant };

/** A version of a card as the registry keeps it. What it says never changes; its status does. */
export type CardVersion = {
  readonly id: CardVersionId;
  readonly card: Scorecard;
  /** SHA-256 of the card as canonical JSON. */
  readonly hash: string;
  readonly role: CardRole;
  readonly status: CardStatus;
  readonly steps: readonly CardStep[];
  /** First and last day on which it scores, once it is to. */
  readonly activeFrom?: BusinessDate;
  readonly activeTo?: BusinessDate;
  /** The beginning for which the city was asked to be scored anew. */
  readonly announced?: BusinessDate;
};

export const versionIdOf = ({ id, version }: Pick<Scorecard, 'id' | 'version'>): CardVersionId =>
  `card_${id}.${version}`;
