import { compliance } from './cards/micro/compliance.ts';
import { courts } from './cards/micro/courts.ts';
import { honours } from './cards/micro/honours.ts';
import { operations } from './cards/micro/operations.ts';
import { performance } from './cards/micro/performance.ts';
import { registration } from './cards/micro/registration.ts';
import type { Scorecard } from './scorecard.ts';
import { vetoes } from './vetoes.ts';

/**
 * For micro firms and sole proprietors (个体工商户): what they cannot have is not asked (staff, patents, tenders,
 * reports of accounts), and what remains weighs more. Steps are those of the smallest classes (domain.md C3).
 * Set by judgement like the expert card. Its bands lie higher, since of what it asks more is known.
 */
export const microCard = {
  id: 'micro',
  version: 1,
  zh: '小微企业及个体工商户评分卡',
  en: 'Card of micro firms and sole proprietors',
  dimensions: [registration, operations, performance, compliance, courts, honours],
  vetoes,
  bands: [
    { grade: 'A', from: 890 },
    { grade: 'B', from: 765 },
    { grade: 'C', from: 690 },
    { grade: 'D', from: 560 },
    { grade: 'E', from: 0 },
  ],
} as const satisfies Scorecard;
