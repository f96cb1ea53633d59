import { expect, test } from 'vitest';
import { alone, enterMarket } from '#platform/enter-market';
import { openLocal } from '#platform/open-local';
import { aDesk } from '#test/cli/a-desk';
import { productTerms } from '#test/support/builders';
import { OPERATOR } from '#test/support/principals';
import { done } from '#test/support/slice';

const AS_OF = ['--as-of', '2026-03-02'];
const REGISTER = `统一社会信用代码,企业名称,登记状态,成立日期
91320508MA0000269X,甲公司,存续,2012-05-01
91320508MA00004370,乙公司,存续,2025-12-01
91320594724404238R,丙公司,注销,2000-11-14
`;

test('a product is held against every firm of the store: how many fit, which, and what keeps the others out', async () => {
  const { xyd, put, path } = aDesk();
  put('register.csv', REGISTER);
  const ingested = xyd('ingest', 'register.csv', '--catalogue', 'enterprise-registration');
  expect(ingested.status).toBe(0);
  const local = await openLocal({ dataDir: path('.data') });
  const eligibility = [{ fact: 'age_months', atLeast: 24 }] as const;
  await done(enterMarket(local.platform, productTerms({ eligibility }), alone(OPERATOR)));
  await local.close();

  const { status, stdout } = xyd('match', '--product', 'product_quick', ...AS_OF, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    reach: {
      product: 'product_quick',
      version: 1,
      firms: { yes: 1, unknown: 0, no: 2 },
      gaps: [
        { code: 'hard_stop', alone: 0 },
        { code: 'enterprise_operating', alone: 1 },
        { code: 'age_months', alone: 1 },
      ],
    },
    best: [{ code: '91320508MA0000269X' }],
  });
  const told = xyd('match', '--product', 'product_quick', ...AS_OF).stdout;
  expect(told).toContain('1 of 3 firms fit, 0 may');
  expect(told).toContain('1 more firm fits but for: Firm in operation');
  expect(xyd('match', '--product', 'product_none', ...AS_OF)).toMatchObject({ status: 1 });
  expect(xyd('match', '--product', 'product_quick', '--need', 'need_a')).toMatchObject({
    status: 2,
  });
});
