import type * as z from 'zod';
import type { Kept, Kind } from '#usecases/ports';
import { auditSchemas } from './schemas/audit.ts';
import { cardSchemas } from './schemas/cards.ts';
import { caseSchemas } from './schemas/cases.ts';
import { consentSchemas } from './schemas/consents.ts';
import { creditSchemas } from './schemas/credit.ts';
import { deliverySchemas } from './schemas/delivery.ts';
import { findingSchemas } from './schemas/finding.ts';
import { lendingSchemas } from './schemas/lending.ts';
import { matchingEventSchemas } from './schemas/matching-events.ts';
import { matchingSchemas } from './schemas/matchings.ts';
import { monitoringSchemas } from './schemas/monitoring.ts';
import { needSchemas } from './schemas/needs.ts';
import { personalSchemas } from './schemas/personal.ts';
import { productSchemas } from './schemas/products.ts';
import { schemeSchemas } from './schemas/schemes.ts';

/*
 * What lies in the table is parsed on every read: an item that another version wrote, or a hand in the
 * console, is found here and nowhere deeper.
 */
export const schemas: { readonly [K in Kind]: z.ZodType<Kept[K]> } = {
  ...creditSchemas,
  ...cardSchemas,
  ...schemeSchemas,
  ...deliverySchemas,
  ...caseSchemas,
  ...lendingSchemas,
  ...findingSchemas,
  ...productSchemas,
  ...needSchemas,
  ...matchingSchemas,
  ...auditSchemas,
  ...personalSchemas,
  ...consentSchemas,
  ...monitoringSchemas,
  ...matchingEventSchemas,
};
