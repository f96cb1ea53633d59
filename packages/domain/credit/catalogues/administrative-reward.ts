import { date } from '../../time.ts';
import { actFields } from '../administrative-act.ts';
import type { Catalogue } from '../catalogue.ts';
import { levels } from '../spellings.ts';

/** 行政奖励, half-yearly (domain.md A7, C6). */
export const administrativeReward: Catalogue = {
  id: 'administrative-reward',
  version: 1,
  zh: '行政奖励',
  about: 'An authority rewarded the firm.',
  category: 'administrative_act',
  supplierKind: 'department',
  cycle: 'half_yearly',
  sharing: 'public',
  retentionYears: 5,
  effective: { from: date('2020-01-01') },
  subject: 'code',
  occurredOn: 'decided_on',
  updateKey: ['document_number', 'authority'],
  fields: actFields('奖励', [
    {
      id: 'title',
      type: 'text',
      zh: '奖励名称',
      maxLength: 200,
      aliases: ['行政奖励名称', '奖项名称', '荣誉称号'],
    },
    {
      id: 'level',
      type: 'choice',
      zh: '奖励级别',
      aliases: ['级别', '奖励等级'],
      dispensable: true,
      choices: levels,
    },
    { id: 'amount', type: 'money', zh: '奖励金额', aliases: ['奖金', '奖励金额（元）'] },
  ]),
};
