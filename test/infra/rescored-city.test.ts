import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { type LocalStage, startStage } from '#test/support/local-stage';
import { codeOf } from '#test/support/numbered-firms';

/* The whole city is scored anew, on the bundles and the template that are deployed: catalogue, event, map, score. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const codes = Array.from({ length: 300 }, (_, number) => codeOf(number));
let stage: LocalStage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.stop());

const registrar = () => stage.as('department/supplier_registrar', 'supplier');
const office = () => stage.as('office/city', 'data');
const aScore = z.object({
  facts: z.object({ penalties_serious_36m: z.number().optional() }),
});
const seen = async (code: string) => {
  const { body } = await office().get(`/v1/enterprises/${code}/score`);
  return aScore.parse(body).facts.penalties_serious_36m;
};

test('a catalogue that the city begins to collect scores every firm anew', async () => {
  for (let at = 0; at < codes.length; at += 100)
    await registrar().put(`/v1/batches/batch_city-${at}`, {
      id: `batch_city-${at}`,
      catalogue: 'enterprise-registration',
      supplier: 'supplier_registrar',
      rows: codes.slice(at, at + 100).map((code) => ({
        code,
        name: `苏州${code}有限公司`,
        status: '存续',
        established_on: '2000-11-14',
        industry: 'E4710',
        district: '320594',
      })),
    });
  await stage.untilIdle();
  const asked = [0, 99, 150, 299].map((at) => codes[at] ?? '');
  expect(await Promise.all(asked.map(seen))).toEqual([undefined, undefined, undefined, undefined]);

  await stage.as('department/supplier_regulator', 'supplier').put('/v1/batches/batch_penalties', {
    id: 'batch_penalties',
    catalogue: 'administrative-penalty',
    supplier: 'supplier_regulator',
  });
  await stage.untilIdle();
  expect(await Promise.all(asked.map(seen))).toEqual([0, 0, 0, 0]);
  for (const [name, depth] of Object.entries(stage.local().queueDepths()))
    expect(depth.deadLettered, name).toBe(0);
});
