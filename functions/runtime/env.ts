import * as z from 'zod';

/** The only place that reads the environment; what is missing is said at the start, not at the first request. */
export const env = z
  .object({
    TABLE_NAME: z.string().min(1),
    INBOX_BUCKET: z.string().min(1).default('none'),
    /** The key of KMS with which the platform signs; on one machine the file of one. */
    SIGNING_KEY_ID: z.string().min(1).optional(),
    SIGNING_KEY_FILE: z.string().min(1).optional(),
  })
  .parse(process.env);
