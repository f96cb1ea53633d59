import { NO, UNKNOWN } from './criterion-over.ts';

/*
 * A firm's mark is a sum over the asks that it does not meet: their numbers, how many they are, and how many of them it
 * fails for certain. Where there is one alone, the sum of the numbers is its number. There are fewer than 64 asks
 * (MAX_CRITERIA and three terms), so that no sum runs into the next.
 */
export const ONE = 1 << 16;
export const CERTAIN = 1 << 24;
export const WHICH = ONE - 1;
export const HOW_MANY = CERTAIN - ONE;

/** What a verdict on an ask adds to a mark. */
export const markOf = (number: number, verdict: number): number =>
  verdict === NO ? CERTAIN + ONE + number : verdict === UNKNOWN ? ONE + number : 0;

/**
 * 0 where a firm fails for certain and lacks something else besides, so that nothing more can be said of it; else 1.
 * By the sign of two differences and without a branch: chance would mislead each one.
 */
export const isOpen = (mark: number): number =>
  ((mark - CERTAIN) | ((mark & HOW_MANY) - 2 * ONE)) >>> 31;
