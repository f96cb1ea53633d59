import { env } from '../runtime/env.ts';
import { platform } from '../runtime/platform.ts';
import { createApp } from './app.ts';
import { lambdaHandler } from './lambda.ts';

export const handler = lambdaHandler(createApp(platform, { openDoor: env.OPEN_DOOR }));
