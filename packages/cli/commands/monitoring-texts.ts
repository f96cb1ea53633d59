import { MIN_SAMPLE, type Rescoring } from '#domain/scoring/monitoring/activation-sample';
import { type Discrimination, MIN_REPORTED } from '#domain/scoring/monitoring/discrimination';
import type { Grouping } from '#domain/scoring/monitoring/groups';
import type { OutcomeCount } from '#domain/scoring/monitoring/score-count';
import {
  type GroupTold,
  MIN_CELL,
  type ScoreMonitoring,
} from '#domain/scoring/monitoring/score-monitoring';
import type { Language } from '#platform/sentences';

type Texts = {
  readonly week: (figures: ScoreMonitoring) => string;
  readonly loans: (counts: OutcomeCount) => string;
  readonly card: (card: string, firms: number) => string;
  readonly sampled: (firms: number) => string;
  readonly against: (day: string, firms: number) => string;
  readonly fewFirms: (sample: number) => string;
  readonly rescoring: (how: Rescoring) => string;
  readonly drifted: (some: number, all: number) => string;
  readonly ranking: (told: Discrimination) => string;
  readonly trend: string;
  readonly trendHead: readonly string[];
  readonly fairness: string;
  readonly groupingHeads: Readonly<Record<Grouping, string>>;
  /** Of the columns behind the group. */
  readonly head: readonly string[];
  readonly flags: Readonly<Record<GroupTold['flag'], string>>;
};

const many = (count: number): string => count.toLocaleString('en');
const three = (value: number): string => value.toFixed(3);

/** What people read of a week; the figures themselves are in the columns. */
export const monitoringTexts: Readonly<Record<Language, Texts>> = {
  zh: {
    week: ({ week, asOf, firms, unscored }) =>
      `${week} 周（${asOf}）：已评分企业 ${many(firms)} 户，未评分 ${many(unscored)} 户。`,
    loans: ({ reported, open, retrospective, unscored }) =>
      reported === 0
        ? '各银行尚未报送贷款表现。'
        : `各银行报送贷款表现 ${many(reported)} 笔：观察期未满 ${many(open)} 笔，按现行评分卡回溯评分 ${many(retrospective)} 笔，无评分 ${many(unscored)} 笔。`,
    card: (card, firms) => `评分卡 ${card}：${many(firms)} 户`,
    sampled: (firms) => `PSI：本周企业（${many(firms)} 户）即为启用基准样本，下周起对比。`,
    against: (day, firms) => `（基准样本 ${day}，${many(firms)} 户）`,
    fewFirms: (sample) => `PSI：不足 ${MIN_SAMPLE} 户，不计算（基准样本 ${many(sample)} 户）。`,
    rescoring: ({ scored, waiting }) =>
      `PSI：全市重新评分尚未完成（已评 ${many(scored)} 户，待评 ${many(waiting)} 户），完成后取基准样本。`,
    drifted: (some, all) =>
      some === 0 ? `${all} 个指标均未漂移。` : `${all} 个指标中 ${some} 个漂移：`,
    ranking: (told) =>
      told.status === 'too_few'
        ? `AUC、KS：守约、违约贷款各须 ${MIN_REPORTED} 笔以上，现有守约 ${many(told.goods)} 笔、违约 ${many(told.bads)} 笔。`
        : `AUC ${three(told.auc)}（${three(told.aucLow)}–${three(told.aucHigh)}）  KS ${three(told.ks)}：守约 ${many(told.goods)} 笔，违约 ${many(told.bads)} 笔。${told.aucLow > 0.5 ? '得分能够区分好坏贷款。' : '尚不能排除排序出于偶然。'}`,
    trend: '历周',
    trendHead: ['周', '评分卡', '企业', 'PSI', '判断', 'AUC', 'KS'],
    fairness: '公平性：B 级及以上占比，与占比最高的组相比（影响比低于 0.80 为不利影响）。',
    groupingHeads: { district: '区县', industry: '行业门类', size: '规模', age: '成立年限' },
    head: ['企业', '平均分', 'B 级及以上', '影响比', '贷款', '违约率', '提示'],
    flags: {
      adverse: '不利影响',
      small: '样本小',
      none: '',
      suppressed: `不足 ${MIN_CELL} 户，不公布`,
    },
  },
  en: {
    week: ({ week, asOf, firms, unscored }) =>
      `Week ${week} (${asOf}): ${many(firms)} firms with a score, ${many(unscored)} without.`,
    loans: ({ reported, open, retrospective, unscored }) =>
      reported === 0
        ? 'Banks have reported no loans yet.'
        : `Banks have reported ${many(reported)} loans: ${many(open)} not yet observed for a year, ${many(retrospective)} held against a score in retrospect, ${many(unscored)} without a score.`,
    card: (card, firms) => `Card ${card}: ${many(firms)} firms`,
    sampled: (firms) =>
      `PSI: this week's ${many(firms)} firms are the activation sample; the next weeks are held against it.`,
    against: (day, firms) => ` (against ${many(firms)} firms of ${day})`,
    fewFirms: (sample) =>
      `PSI: needs ${MIN_SAMPLE} firms in the sample and this week; the sample has ${many(sample)}.`,
    rescoring: ({ scored, waiting }) =>
      `PSI: the card is on its way through the city (${many(scored)} firms scored, ${many(waiting)} waiting); then its sample is taken.`,
    drifted: (some, all) =>
      some === 0
        ? `None of ${all} indicators has drifted.`
        : `${some} of ${all} indicators ${some === 1 ? 'has' : 'have'} drifted:`,
    ranking: (told) =>
      told.status === 'too_few'
        ? `AUC, KS: need ${MIN_REPORTED} loans of either kind; ${many(told.goods)} kept, ${many(told.bads)} defaulted.`
        : `AUC ${three(told.auc)} (${three(told.aucLow)}–${three(told.aucHigh)})  KS ${three(told.ks)}: ${many(told.goods)} loans kept, ${many(told.bads)} defaulted. ${told.aucLow > 0.5 ? 'Points tell one from the other.' : 'It may be chance.'}`,
    trend: 'Week by week',
    trendHead: ['week', 'card', 'firms', 'PSI', 'reading', 'AUC', 'KS'],
    fairness:
      'Fairness: the share with grade B or better, beside the group with the highest (an impact ratio below 0.80 is adverse).',
    groupingHeads: { district: 'district', industry: 'industry', size: 'size', age: 'age' },
    head: ['firms', 'mean points', 'B or better', 'impact ratio', 'loans', 'default rate', 'note'],
    flags: {
      adverse: 'adverse',
      small: 'small group',
      none: '',
      suppressed: `fewer than ${MIN_CELL}: not told`,
    },
  },
};
