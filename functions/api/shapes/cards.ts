import * as z from 'zod';
import { cardRoles } from '#domain/scoring/registry/card-version';
import { registryActions, registryStatuses } from '#domain/scoring/registry/registered';
import { score, segment } from './credit.ts';
import { scorecard } from './reference.ts';
import { code, count, day, instant, points } from './values.ts';

const hash = z.string().meta({ description: 'SHA-256 in hex, of canonical JSON (RFC 8785).' });
const id = z.string().meta({ description: '`card_<card>.<version>`.' });
const named = z.strictObject({ id: z.string(), version: count });

/** A version in a list, which tells what it says by its hash alone. */
export const cardEntry = z
  .strictObject({
    id,
    card: named.extend({ zh: z.string(), en: z.string() }),
    hash,
    role: z.enum(cardRoles),
    status: z.enum(registryStatuses),
    steps: z.array(
      z.strictObject({
        action: z.enum(registryActions),
        by: z.string(),
        at: instant,
      }),
    ),
    activeFrom: day.exactOptional(),
    activeTo: day.exactOptional(),
    announced: day.exactOptional().meta({
      description: 'The beginning for which the city was asked to be scored anew.',
    }),
  })
  .meta({ description: 'A version of a card in the registry, without what it says.' });

export const cardVersion = cardEntry
  .extend({ card: scorecard })
  .meta({ description: 'A version of a card. What it says never changes; its status does.' });

export const toldScore = z
  .strictObject({
    asOf: day,
    points,
    grade: z.string(),
    card: named,
    cardHash: hash,
    scoredAt: instant.meta({ description: 'Names the score for a replay.' }),
  })
  .meta({ description: 'A score as it was told once.' });

export const replayedScore = z
  .strictObject({
    score: score.omit({ revision: true, holdings: true, scoredAt: true, segment: true }),
    same: z.boolean().meta({
      description: 'The very score that was told, to the byte, by the card that was chosen.',
    }),
    segment: segment.exactOptional(),
    scoredAt: instant,
  })
  .meta({
    description:
      'A score of the past, reckoned anew from the facts, the rules and the card kept with it.',
  });

export const cardComparison = z
  .strictObject({
    challenger: id,
    champion: named.extend({ hash }),
    scheme: hash.exactOptional(),
    asOf: day,
    after: z.string().exactOptional().meta({
      description: 'The last firm that was looked at; absent once the comparison is finished.',
    }),
    firms: count,
    bands: z
      .array(z.strictObject({ grade: z.string(), champion: count, challenger: count }))
      .meta({ description: 'Firms by the bands of the champion, for the points of both.' }),
    psi: z.number().meta({
      description: 'Population stability index between the two: below 0.1 stable, above 0.25 not.',
    }),
    totalShift: z.int(),
    meanShift: z.number().meta({ description: 'Points of the challenger over the champion.' }),
    moves: z.array(z.strictObject({ from: z.string(), to: z.string(), firms: count })),
    largest: z.array(
      z.strictObject({
        code,
        champion: points,
        challenger: points,
        from: z.string(),
        to: z.string(),
      }),
    ),
  })
  .meta({
    description: 'A challenger beside its champion, over the same facts of the same firms.',
  });
