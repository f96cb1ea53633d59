import type { NeedTerms } from '#domain/need/need';
import type { Site } from './client.ts';
import { personOf } from './people.ts';

/**
 * All that a firm does for itself to ask for money, as its owner and in this order: what has to be done before it may
 * ask, such as to be verified, belongs above the need. Answers whether it was taken in: a hard stop takes in nothing.
 */
export async function postNeed(site: Site, need: NeedTerms): Promise<boolean> {
  const owner = site.as(personOf('firm', need.code, 'owner'));
  return owner.offer(`/v1/needs/${need.id}`, need, 'enterprise_hard_stop');
}
