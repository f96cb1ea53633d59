import { PUBLIC } from '#domain/principal';
import { accept } from '#domain/refusal';
import { platform } from '../runtime/platform.ts';
import { createApp } from './app.ts';
import { lambdaHandler } from './lambda.ts';

export const handler = lambdaHandler(
  createApp(platform, { authenticate: async () => accept(PUBLIC) }),
);
