import { z } from 'zod'
import type { SignInProviders } from '#lib/auth/settings.ts'

/** Empty is as good as not given. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

/** An issuer is asked over the network: in clear on this machine alone. */
function isSafeAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1')
}

const address = optional(z.string().refine(isSafeAddress).optional())
const word = optional(z.string().min(1).max(500).optional())

export const providerVariables = {
  GALLEY_OIDC_ISSUER: address,
  GALLEY_OIDC_CLIENT_ID: word,
  GALLEY_OIDC_CLIENT_SECRET: word,
  GALLEY_OIDC_NAME: optional(z.string().max(60).optional()),
  GALLEY_GITHUB_URL: address,
  GALLEY_GITHUB_CLIENT_ID: word,
  GALLEY_GITHUB_CLIENT_SECRET: word,
}

export const providerRemedies = {
  GALLEY_OIDC_ISSUER:
    'give the https address of the provider, for example GALLEY_OIDC_ISSUER=https://login.courier.example',
  GALLEY_OIDC_CLIENT_ID: 'give the client id that the provider issued for this newsroom',
  GALLEY_OIDC_CLIENT_SECRET: 'give the client secret that the provider issued for this newsroom',
  GALLEY_OIDC_NAME: 'give what the button says, for example GALLEY_OIDC_NAME="Courier login"',
  GALLEY_GITHUB_URL:
    'give the https address of a GitHub Enterprise Server, for example GALLEY_GITHUB_URL=https://github.courier.example',
  GALLEY_GITHUB_CLIENT_ID: 'give the client id of the OAuth app',
  GALLEY_GITHUB_CLIENT_SECRET: 'give the client secret of the OAuth app',
}

type Given = Readonly<Partial<Record<keyof typeof providerVariables, string | undefined>>>

/** The first variable that is missing where others of its provider are there; null: none is. */
export function missingVariable(given: Given): keyof typeof providerVariables | null {
  const sets = [
    ['GALLEY_OIDC_ISSUER', 'GALLEY_OIDC_CLIENT_ID', 'GALLEY_OIDC_CLIENT_SECRET'],
    ['GALLEY_GITHUB_CLIENT_ID', 'GALLEY_GITHUB_CLIENT_SECRET'],
  ] as const
  for (const names of sets) {
    const missing = names.find((name) => !given[name])
    if (missing && names.some((name) => given[name])) return missing
  }
  return null
}

/** The providers that people may sign in by. `given` lacks none of a set. */
export function providersOf(given: Given): SignInProviders {
  const issuer = given.GALLEY_OIDC_ISSUER?.replace(/\/+$/, '')
  return {
    oidc: issuer
      ? {
          issuer: given.GALLEY_OIDC_ISSUER ?? '',
          clientId: given.GALLEY_OIDC_CLIENT_ID ?? '',
          clientSecret: given.GALLEY_OIDC_CLIENT_SECRET ?? '',
          name: given.GALLEY_OIDC_NAME ?? new URL(issuer).hostname,
        }
      : null,
    github: given.GALLEY_GITHUB_CLIENT_ID
      ? {
          url: given.GALLEY_GITHUB_URL?.replace(/\/+$/, '') ?? null,
          clientId: given.GALLEY_GITHUB_CLIENT_ID,
          clientSecret: given.GALLEY_GITHUB_CLIENT_SECRET ?? '',
        }
      : null,
  }
}
