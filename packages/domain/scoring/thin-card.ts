import { partners } from './cards/thin/partners.ts';
import { quality } from './cards/thin/quality.ts';
import { registration } from './cards/thin/registration.ts';
import { sales } from './cards/thin/sales.ts';
import { expertCard } from './expert-card.ts';
import type { Scorecard } from './scorecard.ts';
import { vetoes } from './vetoes.ts';

/**
 * For firms with thin files: invoices and registration alone. The steps are those of the expert card, the
 * weights its own spread over a thousand points; set by judgement, without a look at who defaulted.
 */
export const thinCard = {
  id: 'thin',
  version: 1,
  zh: '薄档案企业发票评分卡',
  en: 'Card of invoices and registration',
  dimensions: [registration, sales, partners, quality],
  vetoes,
  bands: expertCard.bands,
} as const satisfies Scorecard;
