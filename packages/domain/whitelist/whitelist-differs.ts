import { same } from '../product/same.ts';
import type { Whitelist } from './whitelist.ts';

type Terms = Pick<Whitelist, 'name' | 'rule'>;

/** The first field in which two lists of one id differ, for `whitelist_differs`; undefined = one content. */
export function whitelistDiffers(a: Terms, b: Terms): 'name' | 'rule' | undefined {
  if (a.name !== b.name) return 'name';
  return same(a.rule, b.rule) ? undefined : 'rule';
}
