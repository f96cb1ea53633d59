import * as z from 'zod';

/** The only place that reads the environment; what is missing is said at the start, not at the first request. */
export const env = z
  .object({
    TABLE_NAME: z.string().min(1),
    INBOX_BUCKET: z.string().min(1).default('none'),
    ARCHIVE_BUCKET: z.string().min(1).default('none'),
    /** The key of KMS with which the platform signs; on one machine the file of one. */
    SIGNING_KEY_ID: z.string().min(1).optional(),
    SIGNING_KEY_FILE: z.string().min(1).optional(),
    VAULT_KEY_ID: z.string().min(1).optional(),
    VAULT_KEY_FILE: z.string().min(1).optional(),
    IDENTITY_URL: z.url({ protocol: /^https$/ }).optional(),
  })
  .parse(process.env);

/** What the API alone is told: whose tokens it takes, and as whom its own pages sign people in. */
export const signInEnv = () =>
  z
    .object({
      ISSUER: z.url(),
      AUDIENCE: z.string().min(1),
      SIGN_IN_CLIENT: z.string().min(1),
      /** Of browser apps that may call, joined by commas. */
      ORIGINS: z
        .string()
        .default('')
        .transform((text) => text.split(',').filter((origin) => origin !== '')),
    })
    .parse(process.env);
