import { Logger } from '@aws-lambda-powertools/logger';
import { RedactingFormatter } from './redacting-formatter.ts';

/** JSON lines with the request's id, redacted; never bodies, which hold what firms told in confidence. */
export const logger = new Logger({
  serviceName: 'xinyidai',
  logFormatter: new RedactingFormatter(),
});
