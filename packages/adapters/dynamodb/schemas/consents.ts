import * as z from 'zod';
import { consentStatuses } from '#domain/consent/consent';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { consentPurposeCodes, readPurposeCodes } from '#domain/consent/purposes';
import { accessActions } from '#domain/ledger/access';
import { allRoles } from '#domain/principal';
import type { Kept } from '#usecases/ports';
import {
  accessId,
  catalogueId,
  code,
  consentId,
  count,
  day,
  instant,
  party,
  principal,
  refusalCode,
} from './values.ts';

const terms = {
  id: consentId,
  recipient: party,
  categories: z.array(z.enum(dataCategoryIds)),
  purpose: z.enum(consentPurposeCodes),
  validFrom: day,
  validUntil: day,
  frequency: z.object({ reads: count, days: count }),
  dataLifeDays: count,
};

const signed = z.object({
  artefact: z.object({
    ...terms,
    form: count,
    grantor: z.object({ code, person: z.string() }),
    grantedAt: instant,
    requestedBy: z.string().exactOptional(),
    renews: z.string().exactOptional(),
  }),
  hash: z.string(),
  jws: z.string(),
  keyId: z.string(),
});

type Consents = 'consent' | 'consentClock' | 'access';

export const consentSchemas: { readonly [K in Consents]: z.ZodType<Kept[K]> } = {
  consent: z.object({
    ...terms,
    code,
    status: z.enum(consentStatuses),
    moves: count,
    madeAt: instant,
    requested: z.object({ by: principal, until: day }).exactOptional(),
    signed: signed.exactOptional(),
    earlier: z.array(signed),
    reads: z.array(instant),
    ended: z.object({ by: principal, on: day, deleteBy: day.exactOptional() }).exactOptional(),
  }),
  consentClock: z.object({ consent: consentId, lastDay: day.exactOptional() }),
  access: z.object({
    id: accessId,
    at: instant,
    code,
    reader: party,
    person: z.string(),
    roles: z.array(z.enum(allRoles)),
    action: z.enum(accessActions),
    purpose: z.enum(readPurposeCodes).exactOptional(),
    consent: consentId.exactOptional(),
    consentHash: z.string().exactOptional(),
    categories: z.array(z.enum(dataCategoryIds)),
    fields: z.array(z.union([catalogueId, z.literal('score')])),
    records: count,
    result: z.union([z.literal('given'), refusalCode]),
    resultHash: z.string().exactOptional(),
    versions: z.record(z.string(), z.string()),
  }),
};
