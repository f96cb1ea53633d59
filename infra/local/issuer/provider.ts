import { errors, interactionPolicy, Provider, type ResourceServer } from 'oidc-provider';
import type { IssuerKeys } from './keys.ts';
import { memory } from './memory.ts';
import { claimsOf, readPeople } from './people.ts';

/** Of the one API that it gives tokens for. */
const RESOURCE = 'urn:xinyidai';
/** A working day: nobody is asked again while they look around. */
const TOKEN_SECONDS = 8 * 60 * 60;
const MINUTES_10 = 600;

/** A token for any of the demo people, for the asking: whoever reaches this issuer has the machine already. */
const DEMO_GRANT = 'urn:xinyidai:grant:demo-person';

/** An OpenID Connect issuer of this machine. `url` is where the runner answers. */
export function providerOf(options: {
  readonly url: string;
  readonly dataDir: string;
  readonly keys: IssuerKeys;
  readonly audience: string;
}): Provider {
  const { url, dataDir, keys } = options;
  const server = { ...RESOURCE_SERVER, audience: options.audience };
  const machineOf = (id: string) => readPeople(dataDir).machines.find((each) => each.id === id);
  const provider = new Provider(`${url}/oidc`, {
    adapter: memory((id) => machineClient(id, machineOf(id)?.secret)),
    clients: clientsAt(url),
    jwks: keys.jwks,
    cookies: { keys: keys.cookies },
    clientDefaults: { id_token_signed_response_alg: 'RS256' },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => server,
      },
    },
    interactions: { policy: askEveryTime(), url: (_, { uid }) => `/oidc/people/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider: issuer } = oidc;
      const grant = new issuer.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    extraTokenClaims: (_, token) => {
      const person =
        token.kind === 'AccessToken' ? token.accountId : machineOf(token.clientId ?? '')?.person;
      return claimsOf(person ?? '');
    },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      AuthorizationCode: 60,
      ClientCredentials: TOKEN_SECONDS,
      Grant: TOKEN_SECONDS,
      IdToken: MINUTES_10,
      Interaction: MINUTES_10,
      Session: TOKEN_SECONDS,
    },
  });
  grantToDemoPeople(provider, server);
  return provider;
}

const RESOURCE_SERVER = {
  scope: '',
  accessTokenFormat: 'jwt' as const,
  accessTokenTTL: TOKEN_SECONDS,
  jwt: { sign: { alg: 'RS256' as const } },
};

/** Nobody has a password here, so that somebody else may sit down at any time. */
function askEveryTime() {
  const policy = interactionPolicy.base();
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'every_time',
        'Whoever signs in says who they are',
        'login_required',
        ({ oidc }) =>
          oidc.result?.login === undefined
            ? interactionPolicy.Check.REQUEST_PROMPT
            : interactionPolicy.Check.NO_NEED_TO_PROMPT,
      ),
    );
  // Whoever chose themselves for `xyd` has consented by that.
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

const machineClient = (id: string, secret: string | undefined) =>
  secret === undefined
    ? undefined
    : {
        client_id: id,
        client_secret: secret,
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      };

const PUBLIC_CLIENT = {
  token_endpoint_auth_method: 'none' as const,
  response_types: ['code' as const],
};

/** The pages of the platform, and `xyd`, which listens at any port of this machine while it waits (RFC 8252). */
const clientsAt = (url: string) => [
  {
    ...PUBLIC_CLIENT,
    client_id: 'xinyidai-pages',
    grant_types: ['authorization_code'],
    redirect_uris: [url, url.replace('127.0.0.1', 'localhost')].map((each) => `${each}/signed-in`),
  },
  {
    ...PUBLIC_CLIENT,
    client_id: 'xyd',
    application_type: 'native' as const,
    grant_types: ['authorization_code', DEMO_GRANT],
    redirect_uris: ['http://127.0.0.1/signed-in'],
  },
];

function grantToDemoPeople(provider: Provider, server: ResourceServer): void {
  provider.registerGrantType<{ person?: string }>(
    DEMO_GRANT,
    async (context) => {
      const { client, params } = context.oidc;
      const person = params.person ?? '';
      if (claimsOf(person) === undefined) throw new errors.InvalidGrant('nobody goes by that name');
      const grant = new provider.Grant({ clientId: client.clientId, accountId: person });
      const token = new provider.AccessToken({
        client,
        accountId: person,
        grantId: await grant.save(),
        gty: DEMO_GRANT,
      });
      token.resourceServer = new provider.ResourceServer(RESOURCE, server);
      context.body = {
        access_token: await token.save(),
        expires_in: token.expiration,
        token_type: token.tokenType,
      };
    },
    ['person'],
  );
}
