import { accept, type Outcome, refuse } from '#domain/refusal';

/** Bytes of a JSON body; larger deliveries come as files (PUT /v1/batches/{id} without rows). */
export const MAX_BODY_BYTES = 1_048_576;

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/i;

/**
 * Reads a JSON body. Refuses, in order: unsupported_media_type, encoding_unknown (a charset other than
 * UTF-8), body_too_large (as announced, then as counted), encoding_unknown (bytes that are no UTF-8),
 * malformed_json.
 */
export async function readBody(request: Request): Promise<Outcome<unknown>> {
  const { headers, body } = request;
  const refusal = refusedByHeaders(headers);
  if (refusal) return refusal;
  const bytes = await bytesOf(body);
  return bytes === undefined ? tooLarge() : jsonOf(bytes);
}

/** Where no body is expected: nothing at all is `{}`; anything else is read as `readBody` does. */
export async function readNoBody(request: Request): Promise<Outcome<unknown>> {
  if (announcedOf(request.headers) > MAX_BODY_BYTES) return tooLarge();
  const bytes = await bytesOf(request.body);
  if (bytes === undefined) return tooLarge();
  if (bytes.byteLength === 0) return accept({});
  return refusedByHeaders(request.headers) ?? jsonOf(bytes);
}

function refusedByHeaders(headers: Headers) {
  const type = headers.get('content-type') ?? '';
  const [mediaType = '', ...parameters] = type.split(';').map((part) => part.trim());
  if (!JSON_TYPE.test(mediaType))
    return refuse('unsupported_media_type', {
      expected: 'application/json',
      ...(type !== '' && { actual: type }),
    });
  const charset = parameters.find((parameter) => /^charset=/i.test(parameter));
  if (charset !== undefined && !/^charset="?utf-?8"?$/i.test(charset))
    return refuse('encoding_unknown', {
      expected: 'UTF-8',
      actual: charset.slice('charset='.length),
    });
  return announcedOf(headers) > MAX_BODY_BYTES ? tooLarge() : undefined;
}

const announcedOf = (headers: Headers) => Number(headers.get('content-length') ?? 0);

const tooLarge = () => refuse('body_too_large', { expected: `at most ${MAX_BODY_BYTES} bytes` });

/** Undefined once there are too many: what comes after is not read. */
async function bytesOf(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function jsonOf(bytes: Uint8Array): Outcome<unknown> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('encoding_unknown', { expected: 'UTF-8' });
  }
  // HTTP API hands text on as text: what was no UTF-8 has become replacement characters on the way.
  if (text.includes('\uFFFD')) return refuse('encoding_unknown', { expected: 'UTF-8' });
  try {
    return accept(JSON.parse(text));
  } catch (fault) {
    // The engine quotes a piece of the text, in which a number may stand: the place alone is told.
    const [actual = ''] =
      /position \d+.*$/.exec(fault instanceof SyntaxError ? fault.message : '') ?? [];
    return refuse('malformed_json', { expected: 'JSON', actual });
  }
}
