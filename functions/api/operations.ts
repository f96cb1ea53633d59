import type { Operation } from './operation.ts';
import { accesses } from './routes/accesses.ts';
import { audit } from './routes/audit.ts';
import { batches } from './routes/batches.ts';
import { cards } from './routes/cards.ts';
import { cases } from './routes/cases.ts';
import { checks } from './routes/checks.ts';
import { consents } from './routes/consents.ts';
import { costs } from './routes/costs.ts';
import { decisions } from './routes/decisions.ts';
import { enterprises } from './routes/enterprises.ts';
import { finding } from './routes/finding.ts';
import { identities } from './routes/identities.ts';
import { matchingEvents } from './routes/matching-events.ts';
import { matchings } from './routes/matchings.ts';
import { monitoring } from './routes/monitoring.ts';
import { needs } from './routes/needs.ts';
import { notices } from './routes/notices.ts';
import { pastScores } from './routes/past-scores.ts';
import { productVersions } from './routes/product-versions.ts';
import { products } from './routes/products.ts';
import { quality } from './routes/quality.ts';
import { reference } from './routes/reference.ts';
import { retention } from './routes/retention.ts';
import { schemes } from './routes/schemes.ts';
import { suppliers } from './routes/suppliers.ts';
import { verifications } from './routes/verifications.ts';
import { supposing } from './routes/what-if.ts';
import { whitelists } from './routes/whitelists.ts';

/** Everything that the door does, in the order of the document. */
export const operations: readonly Operation[] = [
  ...enterprises,
  ...pastScores,
  ...supposing,
  ...checks,
  ...products,
  ...finding,
  ...productVersions,
  ...costs,
  ...needs,
  ...matchings,
  ...decisions,
  ...matchingEvents,
  ...whitelists,
  ...notices,
  ...batches,
  ...suppliers,
  ...quality,
  ...verifications,
  ...cases,
  ...identities,
  ...retention,
  ...consents,
  ...accesses,
  ...monitoring,
  ...audit,
  ...cards,
  ...schemes,
  ...reference,
];
