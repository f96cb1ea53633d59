import * as z from 'zod';
import { consentStatuses } from '#domain/consent/consent';
import { dataCategoryIds } from '#domain/consent/data-categories';
import { consentPurposeCodes, readPurposeCodes } from '#domain/consent/purposes';
import { accessActions } from '#domain/ledger/access';
import { code, count, day, instant } from './values.ts';

const party = z.strictObject({ kind: z.string(), organisation: z.string() });
const categories = z.array(z.enum(dataCategoryIds));
const terms = {
  id: z.string(),
  recipient: party,
  categories,
  purpose: z.enum(consentPurposeCodes),
  validFrom: day,
  validUntil: day.meta({ description: 'The last day.' }),
  frequency: z.strictObject({ reads: count, days: count }),
  dataLifeDays: count,
};

const artefact = z
  .strictObject({
    form: count.meta({ description: 'The version of the form that the firm was shown.' }),
    grantor: z.strictObject({ code, person: z.string() }),
    ...terms,
    grantedAt: instant,
    requestedBy: z.string().exactOptional(),
    renews: z.string().exactOptional().meta({ description: 'The hash of the artefact before.' }),
  })
  .meta({ description: 'What the firm has signed.' });

export const consent = z
  .strictObject({
    ...terms,
    code,
    status: z.enum(consentStatuses).meta({ description: 'On the day it is read.' }),
    madeAt: instant,
    requested: z.strictObject({ by: z.string(), until: day }).exactOptional(),
    hash: z
      .string()
      .exactOptional()
      .meta({ description: 'Of the artefact in force, once it is granted.' }),
    renewals: count,
    lastReadAt: instant.exactOptional(),
    readsCounted: count.meta({ description: 'Reads that count in the rolling window now.' }),
    ended: z
      .strictObject({
        on: day,
        deleteBy: day.exactOptional().meta({
          description: 'By when the recipient has deleted what it read.',
        }),
      })
      .exactOptional(),
  })
  .meta({ description: 'The consent of one firm to one bank; its days are those in force.' });

export const receipt = z
  .strictObject({
    consent: z.string(),
    status: z.enum(consentStatuses),
    parties: z.array(party),
    artefact,
    canonical: z
      .string()
      .meta({ description: "The artefact's canonical JSON (RFC 8785), and the payload of `jws`." }),
    hash: z.string().meta({ description: 'SHA-256 of `canonical`, in hex.' }),
    jws: z.string().meta({ description: 'JWS compact, RS256.' }),
    keyId: z.string(),
    earlier: z.array(z.strictObject({ hash: z.string(), jws: z.string() })),
  })
  .meta({ description: 'Proves a consent without this platform.' });

const named = z.strictObject({ id: z.string(), zh: z.string(), en: z.string() });

export const consentForm = z
  .strictObject({
    form: count,
    categories: z.array(named.extend({ catalogues: z.array(z.string()) })),
    purposes: z.array(named.extend({ source: z.string() })),
  })
  .meta({ description: 'The categories of data and the purposes that a consent names.' });

export const access = z
  .strictObject({
    id: z.string(),
    at: instant,
    code,
    reader: party,
    person: z.string(),
    roles: z.array(z.string()),
    action: z.enum(accessActions),
    purpose: z.enum(readPurposeCodes).exactOptional(),
    consent: z.string().exactOptional(),
    consentHash: z.string().exactOptional(),
    categories,
    fields: z.array(z.string()).meta({ description: 'Catalogues of which something was given.' }),
    records: count,
    result: z.string().meta({ description: '`given`, or the code of the refusal.' }),
    resultHash: z.string().exactOptional().meta({
      description: "SHA-256 of the answer's canonical JSON (RFC 8785); of a page, of its items.",
    }),
    versions: z.record(z.string(), z.string()),
  })
  .meta({ description: 'One line of the ledger.' });
