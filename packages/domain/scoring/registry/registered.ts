import type { BusinessDate, Instant } from '../../time.ts';

/** 草稿 → 已校验 → 已批准 → 生效 → 停用. */
export const registryStatuses = ['draft', 'checked', 'approved', 'active', 'retired'] as const;
export type RegistryStatus = (typeof registryStatuses)[number];

export const registryActions = ['draft', 'check', 'approve', 'activate', 'retire'] as const;
export type RegistryAction = (typeof registryActions)[number];

/** Who did what to it, and when. */
export type RegistryStep = {
  readonly action: RegistryAction;
  readonly by: string;
  readonly at: Instant;
};

/** What every version in the registry has: a card's, a scheme's. */
export type Registered = {
  readonly id: string;
  /** SHA-256 of what it says, as canonical JSON. */
  readonly hash: string;
  readonly status: RegistryStatus;
  readonly steps: readonly RegistryStep[];
  /** First and last day on which it scores, once it is to. */
  readonly activeFrom?: BusinessDate;
  readonly activeTo?: BusinessDate;
  /** The beginning for which the city was asked to be scored anew. */
  readonly announced?: BusinessDate;
};

/** What a registry holds; its refusals begin with it. */
export type RegistryOf = 'card' | 'scheme';

export const isRunning = ({ activeFrom, activeTo }: Registered, day: BusinessDate): boolean =>
  activeFrom !== undefined && activeFrom <= day && (activeTo === undefined || day <= activeTo);

/** Of two that began on one day, the greater version. */
export const latestFirst =
  <Version extends Registered>(versionOf: (one: Version) => number) =>
  (a: Version, b: Version): number => {
    const [from, to] = [a.activeFrom ?? '', b.activeFrom ?? ''];
    if (from !== to) return from < to ? 1 : -1;
    return versionOf(b) - versionOf(a) || (a.id < b.id ? -1 : 1);
  };
