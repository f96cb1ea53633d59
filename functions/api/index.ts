import { codeFlow, recogniser } from '#platform/sign-in';
import { signInEnv } from '../runtime/env.ts';
import { platform } from '../runtime/platform.ts';
import { createApp } from './app.ts';
import { authenticateBy } from './authenticate.ts';
import { lambdaHandler } from './lambda.ts';

const {
  ISSUER: issuer,
  AUDIENCE: audience,
  SIGN_IN_CLIENT: clientId,
  ORIGINS: origins,
} = signInEnv();
const recognise = recogniser({ issuer, audience });

export const handler = lambdaHandler(
  createApp(platform, {
    authenticate: authenticateBy(recognise),
    origins,
    signIn: { issuer, flow: codeFlow({ issuer, clientId }), recognise },
  }),
);
