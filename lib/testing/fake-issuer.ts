import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** Who is signed in at the provider. */
export interface Account {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
}

/** A provider of OpenID Connect and of GitHub's flow, on this machine; whoever comes is the account, without being asked. */
export interface FakeIssuer {
  readonly url: string
  account: Account
  /** Gives up on whoever comes: they are sent back with an error. */
  refuses: boolean
  close(): Promise<void>
}

interface Grant {
  readonly account: Account
  readonly nonce: string | null
  readonly challenge: string | null
}

export async function startIssuer(account: Account): Promise<FakeIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }
  const grants = new Map<string, Grant>()
  const issuer = { account, refuses: false }
  let url = ''
  const idToken = (grant: Grant, audience: string) =>
    new SignJWT({ ...grant.account, ...(grant.nonce && { nonce: grant.nonce }) })
      .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
      .setIssuer(url)
      .setAudience(audience)
      .setSubject(grant.account.sub)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
  const routes: Record<string, (asked: Asked) => unknown> = {
    '/.well-known/openid-configuration': () => discovery(url),
    '/jwks': () => ({ keys: [jwk] }),
    '/token': ({ body }) => redeem(grants, body, idToken),
    '/login/oauth/access_token': () => ({ access_token: 'gh', token_type: 'bearer', scope: '' }),
    '/api/v3/user': () => ({
      id: issuer.account.sub,
      login: 'ada',
      name: 'Ada',
      email: 'a@b.example',
    }),
    '/api/v3/user/emails': () => [
      { email: 'a@b.example', primary: false, verified: true },
      { email: issuer.account.email, primary: true, verified: issuer.account.email_verified },
    ],
  }
  const server = createServer(async (request, response) => {
    const asked = await read(request)
    if (['/authorize', '/login/oauth/authorize'].includes(asked.path)) {
      response.writeHead(302, { location: sendBack(grants, issuer, asked.query) }).end()
      return
    }
    const answer = await routes[asked.path]?.(asked)
    response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? { error: 'invalid_grant' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return Object.assign(issuer, { url, close })
}

interface Asked {
  readonly path: string
  readonly query: URLSearchParams
  readonly body: URLSearchParams
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://issuer')
  let text = ''
  for await (const chunk of request) text += chunk
  return { path, query, body: new URLSearchParams(text) }
}

const discovery = (url: string) => ({
  issuer: url,
  authorization_endpoint: `${url}/authorize`,
  token_endpoint: `${url}/token`,
  userinfo_endpoint: `${url}/userinfo`,
  jwks_uri: `${url}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  code_challenge_methods_supported: ['S256'],
})

/** Where the browser goes next: back, with a code or an error. */
function sendBack(
  grants: Map<string, Grant>,
  { account, refuses }: Pick<FakeIssuer, 'account' | 'refuses'>,
  query: URLSearchParams,
): string {
  const back = new URL(query.get('redirect_uri') ?? '')
  const state = query.get('state')
  if (state) back.searchParams.set('state', state)
  if (refuses) back.searchParams.set('error', 'access_denied')
  else {
    const code = randomUUID()
    grants.set(code, { account, nonce: query.get('nonce'), challenge: query.get('code_challenge') })
    back.searchParams.set('code', code)
  }
  return back.href
}

/** Each code once, and only for whoever began (PKCE). */
async function redeem(
  grants: Map<string, Grant>,
  body: URLSearchParams,
  idToken: (grant: Grant, audience: string) => Promise<string>,
) {
  const code = body.get('code') ?? ''
  const grant = grants.get(code)
  grants.delete(code)
  const verifier = createHash('sha256')
    .update(body.get('code_verifier') ?? '')
    .digest('base64url')
  if (!grant || grant.challenge !== verifier) return null
  const token = { access_token: randomUUID(), token_type: 'Bearer', expires_in: 300 }
  return { ...token, id_token: await idToken(grant, 'galley') }
}
