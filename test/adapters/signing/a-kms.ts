import { generateKeyPairSync, privateEncrypt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { KMSClient } from '@aws-sdk/client-kms';

/** What PKCS #1 v1.5 puts before a digest of SHA-256 (RFC 8017 9.2). */
const DIGEST_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** Speaks KMS's own protocol for one key, and signs digests as KMS does; `asked` is what it was asked for. */
export async function aKms() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked: string[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const target = String(request.headers['x-amz-target']).replace('TrentService.', '');
    asked.push(target);
    const body = JSON.parse(await text(request));
    const isKnown =
      body.SigningAlgorithm === 'RSASSA_PKCS1_V1_5_SHA_256' && body.MessageType === 'DIGEST';
    const signed = () =>
      privateEncrypt(privateKey, Buffer.concat([DIGEST_INFO, Buffer.from(body.Message, 'base64')]));
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    if (target === 'GetPublicKey') {
      const der = publicKey.export({ type: 'spki', format: 'der' });
      response.end(JSON.stringify({ KeyId: body.KeyId, PublicKey: der.toString('base64') }));
    } else if (target === 'Sign' && isKnown)
      response.end(JSON.stringify({ Signature: signed().toString('base64') }));
    else response.writeHead(400).end('{"__type":"ValidationException"}');
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo; // A TCP server has no other kind of address.
  const client = new KMSClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const stop = async () => {
    client.destroy();
    await new Promise((done) => server.close(done));
  };
  return { client, asked, publicKey, stop };
}
