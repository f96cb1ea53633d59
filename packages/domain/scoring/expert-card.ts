import { compliance } from './cards/city/compliance.ts';
import { courts } from './cards/city/courts.ts';
import { honours } from './cards/city/honours.ts';
import { operations } from './cards/city/operations.ts';
import { performance } from './cards/city/performance.ts';
import { registration } from './cards/city/registration.ts';
import type { Scorecard } from './scorecard.ts';
import { vetoes } from './vetoes.ts';

/**
 * The city's expert card: set by judgement from published schemes (domain.md C7, D1; each indicator says which),
 * fitted to no data; to be replaced when some hundreds of defaults are known (D3). Indicators give about 60 %
 * where nothing is known, those of bad events about 90 %: missing is not zero (D1). Honours are a bonus.
 */
export const expertCard = {
  id: 'expert',
  version: 3,
  zh: '企业公共信用专家评分卡',
  en: 'Expert card of public credit',
  dimensions: [registration, operations, performance, compliance, courts, honours],
  vetoes,
  // Five grades as in Zhejiang (C7). There most firms differ by penalties alone; here they spread over what
  // they do as well, so the bands lie wider and lower. Most firms are 良好 (B), few at either end.
  bands: [
    { grade: 'A', from: 850 },
    { grade: 'B', from: 735 },
    { grade: 'C', from: 660 },
    { grade: 'D', from: 560 },
    { grade: 'E', from: 0 },
  ],
} as const satisfies Scorecard;
