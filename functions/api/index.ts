import { handle } from 'hono/aws-lambda';
import { platform } from '../runtime/platform.ts';
import { createApp } from './app.ts';

export const handler = handle(createApp(platform));
