import { Logger } from '@aws-lambda-powertools/logger';

/** JSON lines with the request's id; never bodies, which hold what firms told in confidence. */
export const logger = new Logger({ serviceName: 'xinyidai' });
