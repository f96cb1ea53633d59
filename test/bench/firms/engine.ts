import type { FirmCounts } from '#domain/matching/firms/find-firms';
import type { Product } from '#domain/product/product';

/** `fitting`: how many fit, and the best of them · `counts`: how many may fit, and how many do not, besides. */
export type Asked = 'fitting' | 'counts';

export type Answer = {
  readonly counts: Pick<FirmCounts, 'yes'> & Partial<FirmCounts>;
  readonly best: readonly number[];
};

/** An engine with the city at hand. */
export type FirmEngine = {
  readonly name: string;
  readonly run: (product: Product, asked: Asked) => Promise<Answer>;
  readonly close: () => void;
};
