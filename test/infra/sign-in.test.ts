import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LocalStage, startStage } from '#test/support/local-stage';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });
let stage: LocalStage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage?.stop());

test('probe', async () => {
  const officer = stage.as('office/city', 'data');
  console.log(await officer.get('/v1/enterprises'));
  console.log(await stage.nobody.get('/v1/enterprises'));
  console.log(await stage.nobody.get('/v1/products'));
  console.log(await stage.as('office/city', 'king').get('/v1/products'));
});
