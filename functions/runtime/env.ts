import * as z from 'zod';

/** The only place that reads the environment; what is missing is said at the start, not at the first request. */
export const env = z
  .object({
    TABLE_NAME: z.string().min(1),
    INBOX_BUCKET: z.string().min(1).default('none'),
    VAULT_KEY_ID: z.string().min(1).optional(),
    VAULT_KEY_FILE: z.string().min(1).optional(),
    IDENTITY_URL: z.url({ protocol: /^https$/ }).optional(),
  })
  .parse(process.env);
