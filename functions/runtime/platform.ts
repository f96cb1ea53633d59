import { createPlatform } from '#platform/create-platform';
import { env } from './env.ts';

/** One platform per warm function: its clients and its catalogue of products live as long as the process. */
export const platform = createPlatform({
  tableName: env.TABLE_NAME,
  inboxBucket: env.INBOX_BUCKET,
  signingKeyId: env.SIGNING_KEY_ID,
  signingKeyFile: env.SIGNING_KEY_FILE,
});
