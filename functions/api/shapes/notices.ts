import * as z from 'zod';
import { noticeKinds } from '#domain/notice/notice';
import { code, day, instant, party } from './values.ts';

export const notice = z
  .strictObject({
    id: z.string(),
    to: party,
    kind: z.enum(noticeKinds),
    code,
    record: z.string().exactOptional(),
    case: z.string().exactOptional(),
    consent: z.string().exactOptional(),
    on: day.exactOptional().meta({
      description:
        'Of a reminder: the day from which on repair may be asked for; of a case: that by which it is decided, or on which it was; of a consent that has ended: that by which the recipient has deleted what it read.',
    }),
    detail: z.string().exactOptional().meta({ description: 'A code that tells more.' }),
    createdAt: instant,
  })
  .meta({ description: 'Something that somebody is to be told; each comes once.' });
