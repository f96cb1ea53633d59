import type { Choices } from './catalogue.ts';

/** In rising order of gravity: 处罚类别 of domain.md C2 with those that 行政处罚法 (2021) §9 added. */
export const penaltyCategories: Choices = {
  warning: ['警告'],
  criticism: ['通报批评'],
  other: ['其他', '其它'],
  fine: ['罚款'],
  confiscation: [
    ...['没收违法所得、没收非法财物', '没收违法所得', '没收非法财物'],
    '没收违法所得，没收非法财物',
  ],
  suspension: ['责令停产停业', '暂扣许可证件', '暂扣许可证', '暂扣执照', '降低资质等级'],
  restriction: ['限制开展生产经营活动', '责令关闭', '限制从业'],
  revocation: [
    ...['暂扣或者吊销许可证、暂扣或者吊销执照', '暂扣或者吊销许可证，暂扣或者吊销执照'],
    ...[
      '暂扣或者吊销许可证',
      '暂扣或者吊销执照',
      '吊销许可证件',
      '吊销许可证',
      '吊销营业执照',
      '吊销执照',
    ],
  ],
  detention: ['行政拘留'],
};

/** 处罚类别 1 and 2 of the table of 2016 are numbers. */
const legacyNumbers: Readonly<Record<string, string>> = {
  warning: '0',
  fine: '1',
  confiscation: '2',
  suspension: '3',
  revocation: '4',
  detention: '5',
  other: '6',
};

export const legacyPenaltyCategories = {
  headers: ['CF_CFLB1', 'CF_CFLB2', 'CF_ZL', '处罚类别1', '处罚类别2'],
  choices: Object.fromEntries(
    Object.entries(penaltyCategories).map(([category, spellings]) => {
      const number = legacyNumbers[category];
      return [category, number === undefined ? spellings : [...spellings, number]];
    }),
  ),
};
