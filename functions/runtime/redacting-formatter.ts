import { LogFormatter, LogItem } from '@aws-lambda-powertools/logger';
import type { LogAttributes, UnformattedAttributes } from '@aws-lambda-powertools/logger/types';
import { redacted } from '#domain/personal/redacted';

/** Keys whose values nobody needs in a log, whatever they look like. */
const SECRET =
  /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key|.*(?:token|secret|password|verifier)|id_?number|phone|body)$/i;
/** Deeper than any entry of ours goes. */
const MAX_DEPTH = 12;

/**
 * A value as it may stand in a log: ID numbers, mobile numbers, tokens and passwords masked wherever they stand, in
 * keys, in errors and their stacks and causes too.
 */
export function safeToLog(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redacted(value);
  if (typeof value === 'number' || typeof value === 'bigint') return safeNumber(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MAX_DEPTH) return '…';
  if (value instanceof Error) return safeToLog(plainError(value), depth + 1);
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((each) => safeToLog(each, depth + 1));
  if (value instanceof Map || value instanceof Set) return safeToLog([...value], depth + 1);
  if (value instanceof Uint8Array) return `${value.byteLength} bytes`;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      redacted(key),
      SECRET.test(key) ? '[secret]' : safeToLog(inner, depth + 1),
    ]),
  );
}

/** A mobile number is a number too. */
const safeNumber = (value: number | bigint): unknown => {
  const text = String(value);
  const told = redacted(text);
  return told === text ? value : told;
};

const plainError = (error: Error): Record<string, unknown> => ({
  ...error,
  name: error.name,
  message: error.message,
  stack: error.stack,
  ...(error.cause !== undefined && { cause: error.cause }),
});

/** As CloudWatch takes it, a line of JSON, with nothing in it that tells a person's number or lets somebody in. */
export class RedactingFormatter extends LogFormatter {
  override formatAttributes(known: UnformattedAttributes, rest: LogAttributes): LogItem {
    const { lambdaContext, logLevel, message, serviceName, timestamp } = known;
    const item = new LogItem({
      attributes: {
        level: logLevel,
        message: redacted(message),
        timestamp: this.formatTimestamp(timestamp),
        service: serviceName,
        ...(lambdaContext && {
          cold_start: lambdaContext.coldStart,
          function_arn: lambdaContext.invokedFunctionArn,
          function_name: lambdaContext.functionName,
          function_request_id: lambdaContext.awsRequestId,
        }),
      },
    });
    return item.addAttributes(Object(safeToLog(rest)));
  }

  override formatError(error: Error) {
    return Object(safeToLog(super.formatError(error)));
  }
}
