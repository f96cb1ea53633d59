import { expect, test } from 'vitest';
import { slowerText } from '#cli/commands/score-city';

test('a card that scores more slowly is told with its version and why, in the language of the terminal', () => {
  const card = { id: 'expert', version: 2, because: 'too_many_indicators' } as const;
  expect(slowerText(card, 'en')).toBe(
    'Card expert v2 scores more slowly: it has over 128 indicators.',
  );
  expect(slowerText(card, 'zh')).toBe('评分卡 expert v2 评分较慢：指标超过 128 个。');
});
