import * as z from 'zod';
import { cardRoles } from '#domain/scoring/registry/card-version';
import { cardSchema } from './card.ts';
import { daySchema } from './values.ts';

/** What enters the registry; whether it may score is the registry's to say. */
export const cardDraftSchema = z.strictObject({ role: z.enum(cardRoles), card: cardSchema });

export const cardActivationSchema = z.strictObject({ from: daySchema });
