import type { Provider } from 'next-auth/providers'
import GitHub, { type GitHubProfile } from 'next-auth/providers/github'
import type { SignInProviders } from './settings.ts'

/** Providers as next-auth takes them, by what is configured. */
export function externalProviders({ oidc, github }: SignInProviders): Provider[] {
  const providers: Provider[] = []
  if (oidc) {
    const { issuer, clientId, clientSecret, name } = oidc
    providers.push({
      ...{ id: 'oidc', type: 'oidc', name, issuer, clientId, clientSecret },
      checks: ['pkce', 'state', 'nonce'],
    })
  }
  if (github) {
    const { url, clientId, clientSecret } = github
    providers.push(
      GitHub({
        ...{ clientId, clientSecret },
        checks: ['pkce', 'state'],
        ...(url && { enterprise: { baseUrl: url } }),
        userinfo: {
          url: apiOf(url),
          request: ({ tokens }: { tokens: { access_token?: string } }) =>
            readGitHub(apiOf(url), tokens.access_token ?? ''),
        },
      }),
    )
  }
  return providers
}

const apiOf = (url: string | null) => (url ? `${url}/api/v3` : 'https://api.github.com')

interface GitHubAddress {
  readonly email: string
  readonly primary: boolean
  readonly verified: boolean
}

/** The profile with the primary address, if it is verified: what a profile shows is not. */
async function readGitHub(api: string, token: string): Promise<GitHubProfile> {
  const get = async <T>(path: string): Promise<T> => {
    const headers = { authorization: `Bearer ${token}`, 'user-agent': 'galley' }
    const response = await fetch(`${api}${path}`, { headers, signal: AbortSignal.timeout(10_000) })
    if (!response.ok) throw new Error(`GitHub answered ${response.status} to ${path}`)
    return (await response.json()) as T
  }
  const profile = await get<GitHubProfile>('/user')
  const addresses = await get<readonly GitHubAddress[]>('/user/emails')
  const own = addresses.find(({ primary, verified }) => primary && verified)
  return { ...profile, email: own?.email ?? null, email_verified: own !== undefined }
}
