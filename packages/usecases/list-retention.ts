import type { Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import type { RetentionReport } from '#domain/retention/report';
import type { Ports } from './ports.ts';
import { type Paged, type PageOf, readPage } from './read.ts';

/** What retention has done, day by day, newest first. */
export const listRetention =
  (ports: Ports) =>
  (asker: Principal, page: PageOf): Promise<Outcome<Paged<RetentionReport>>> =>
    readPage(ports, 'retentionReports')(asker, { ...page, of: 'all' });
