import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { nameOfParty, type Principal } from '#domain/principal';
import type { Outcome } from '#domain/refusal';
import { codeFlow, demoTokens, type Granted, machineTokens, recogniser } from '#platform/sign-in';
import { type Command, DONE } from '../command.ts';
import { Stopped } from '../demo/stopped.ts';
import { granted } from '../granted.ts';
import { findIssuer } from '../issuer-of.ts';
import { Misuse } from '../misuse.ts';
import { readOptions } from '../read-options.ts';
import { say, writeJson, writeOut } from '../write-out.ts';

const USAGE = `xyd sign-in --url URL [--as PERSON] [--client ID] [--audience A] [--token | --json]

Signs in at the issuer of a platform: prints an address to open in a browser, waits until
somebody has signed in there, and says as whom. With XYD_CLIENT_ID and XYD_CLIENT_SECRET in
the environment a machine signs in by its secret instead, and no browser is needed.

  --url URL      where the platform answers, e.g. http://127.0.0.1:8080
  --as PERSON    on one machine alone: a demo person by name, such as
                 bank/bank_cangmei:loan_officer or firm/<code>:owner
  --client ID    under which the issuer knows xyd: a public client that may come back to
                 http://127.0.0.1 at any port (xyd)
  --audience A   what tokens for the platform name in aud (xinyidai)
  --token        the token alone, for \`-H "authorization: Bearer $(xyd sign-in … --token)"\`
  --json         principal, token and seconds that it holds

Example: xyd sign-in --url http://127.0.0.1:8080 --as office/city:data --token`;

const PATIENCE_MS = 10 * 60_000;
const RETURN_PATH = '/signed-in';

export const signIn: Command = {
  about: 'sign in to a platform by a browser, as a machine or as a demo person',
  usage: USAGE,
  run: async (args) => {
    const { url, as, client: clientId, audience, ...options } = readTerms(args);
    const issuer = await findIssuer(url);
    const { token, expiresInSeconds } = await tokenFrom({ issuer, clientId, as });
    const principal = granted(await recogniser({ issuer, audience })(token));
    if (options.token) await writeOut(token);
    else if (options.json) await writeJson({ principal, token, expiresInSeconds });
    else await writeOut(render(principal, expiresInSeconds));
    return DONE;
  },
};

function readTerms(args: readonly string[]) {
  const { url, ...options } = readOptions(args, {
    url: { type: 'string' },
    as: { type: 'string' },
    client: { type: 'string', default: 'xyd' },
    audience: { type: 'string', default: 'xinyidai' },
    token: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  if (url === undefined || !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new Misuse('xyd sign-in needs --url, where the platform answers');
  if (options.token && options.json) throw new Misuse('It is either --token or --json');
  return { ...options, url: url.replace(/\/+$/, '') };
}

type Asked = {
  readonly issuer: string;
  readonly clientId: string;
  readonly as: string | undefined;
};

async function tokenFrom({ issuer, clientId, as }: Asked): Promise<Granted> {
  const { XYD_CLIENT_ID, XYD_CLIENT_SECRET } = process.env;
  if (as !== undefined) return taken(await demoTokens({ issuer, clientId })(as));
  if (XYD_CLIENT_ID && XYD_CLIENT_SECRET)
    return taken(
      await machineTokens({ issuer, clientId: XYD_CLIENT_ID, clientSecret: XYD_CLIENT_SECRET })(),
    );
  return throughBrowser(issuer, clientId);
}

function taken(outcome: Outcome<Granted>): Granted {
  if (outcome.ok || outcome.refusal.code !== 'token_wrong') return granted(outcome);
  throw new Stopped(`The issuer gives no token: ${outcome.refusal.actual}`);
}

/** RFC 8252: the browser comes back to a port of this machine, at which we listen until then. */
async function throughBrowser(issuer: string, clientId: string): Promise<Granted> {
  const flow = codeFlow({ issuer, clientId });
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo; // A TCP server has no other kind of address.
    const home = `http://127.0.0.1:${port}`;
    const { address, begun } = granted(await flow.begin(`${home}${RETURN_PATH}`));
    const back = new Promise<URL>((done, fail) => {
      const timer = setTimeout(() => fail(new Stopped('Nobody has signed in.')), PATIENCE_MS);
      server.on('request', (request, response) => {
        const arrived = URL.parse(request.url ?? '/', home);
        const isReturn = arrived?.pathname === RETURN_PATH;
        response.writeHead(isReturn ? 200 : 404, {
          'content-type': 'text/plain; charset=utf-8',
          connection: 'close',
        });
        response.end(isReturn ? '可以关闭此页，回到命令行。 You may close this page.\n' : '');
        if (arrived === null || !isReturn) return;
        clearTimeout(timer);
        done(arrived);
      });
    });
    say(`Open this address and sign in:\n\n  ${address}\n`);
    return taken(await flow.finish(await back, begun));
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

const render = (principal: Principal, seconds: number): string =>
  [
    `${nameOfParty(principal)}  ${principal.roles.join(', ')}`,
    `  known as  ${principal.id}`,
    `  holds for ${Math.floor(seconds / 60)} minutes`,
  ].join('\n');
