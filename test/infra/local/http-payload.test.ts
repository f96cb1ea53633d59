import { describe, expect, test } from 'vitest';
import { answerOf, eventOf, type HttpRequest } from '#infra/local/http-payload';

const place = { partition: 'aws-cn', region: 'cn-north-1', account: '000000000000' };
const now = new Date('2026-11-20T05:06:07.089Z');
const aRequest = (request: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  target: '/v1/needs',
  headers: {},
  body: Buffer.alloc(0),
  sourceIp: '127.0.0.1',
  ...request,
});
const event = (request: Partial<HttpRequest>) =>
  eventOf(
    aRequest(request),
    { routeKey: 'ANY /{proxy+}', pathParameters: { proxy: 'v1/needs' } },
    place,
    now,
  );

describe('what a function is given', () => {
  test.each([
    ['application/json', true],
    ['application/json; charset=utf-8', true],
    ['text/csv', true],
    ['application/xml', true],
    ['application/javascript', true],
    ['application/x-www-form-urlencoded', false],
    ['application/octet-stream', false],
    ['application/jsonlines', false],
    ['image/png', false],
    [undefined, false],
  ])('a body of type %s is text: %s', (type, isText) => {
    const body = Buffer.from('{"名":1}');
    expect(
      event({ body, headers: type === undefined ? {} : { 'content-type': type } }),
    ).toMatchObject({
      isBase64Encoded: !isText,
      body: body.toString(isText ? 'utf8' : 'base64'),
    });
  });

  test('no body is no body', () => {
    expect(event({})).not.toHaveProperty('body');
    expect(event({})).toMatchObject({ isBase64Encoded: false });
  });

  test('cookies have a place of their own', () => {
    const given = event({ headers: { cookie: 'a=1; b=2', accept: '*/*' } });
    expect(given).toMatchObject({ cookies: ['a=1', 'b=2'], headers: { accept: '*/*' } });
    expect(given).not.toHaveProperty('headers.cookie');
  });

  test('repeated parameters are joined, and the raw query stays as it came', () => {
    expect(event({ target: '/v1/needs?a=1&a=2&b=%E4%B8%AD' })).toMatchObject({
      rawPath: '/v1/needs',
      rawQueryString: 'a=1&a=2&b=%E4%B8%AD',
      queryStringParameters: { a: '1,2', b: '中' },
    });
    expect(event({})).not.toHaveProperty('queryStringParameters');
  });

  test('the context names the call', () => {
    expect(event({ headers: { 'user-agent': 'curl' } })).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /{proxy+}',
      pathParameters: { proxy: 'v1/needs' },
      requestContext: {
        http: { method: 'POST', path: '/v1/needs', sourceIp: '127.0.0.1', userAgent: 'curl' },
        stage: '$default',
        time: '20/Nov/2026:05:06:07 +0000',
        timeEpoch: now.getTime(),
      },
    });
  });
});

describe('what a caller gets', () => {
  test('status, headers, cookies and body as the function says', () => {
    const payload = { statusCode: 201, headers: { ETag: '"1"' }, cookies: ['a=1'], body: '好' };
    expect(answerOf(JSON.stringify(payload))).toEqual({
      status: 201,
      headers: { etag: '"1"' },
      cookies: ['a=1'],
      body: Buffer.from('好'),
    });
  });

  test('base64 becomes bytes', () => {
    const payload = { statusCode: 200, isBase64Encoded: true, body: 'AAEC' };
    expect(answerOf(JSON.stringify(payload))?.body).toEqual(Buffer.from([0, 1, 2]));
  });

  test('an answer without a status is the JSON body of a 200', () => {
    expect(answerOf('{"a":1}')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{"a":1}'),
    });
  });

  test.each(['"200"', '99', '600', '200.5'])(
    'a status of %s is a fault of the function',
    (status) => {
      expect(answerOf(`{"statusCode":${status}}`)).toBeUndefined();
    },
  );
});
