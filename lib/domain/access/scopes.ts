/**
 * What a bearer token may be limited to. A scope never gives what its owner may not do; a token without scopes is as old as
 * tokens are, and does all that its owner may.
 */
export const SCOPES = ['read', 'write', 'review', 'publish', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

/** What a call of the HTTP interface asks for, beside the rights of the person. */
export interface CallRule {
  /** One of them is enough. */
  readonly scopes: readonly Scope[]
  /** Which limit counts it. */
  readonly limit: 'read' | 'write' | 'heavy'
  /** What is answered, or asked, is a secret: nothing of it is kept to be answered again. */
  readonly secret?: boolean
  /** `If-Match` is heard. */
  readonly matches?: boolean
}

const READ: CallRule = { scopes: ['read'], limit: 'read' }
const WRITE: CallRule = { scopes: ['write'], limit: 'write' }
const REVIEW: CallRule = { scopes: ['review'], limit: 'write' }
const PUBLISH: CallRule = { scopes: ['publish'], limit: 'write' }
const ADMIN: CallRule = { scopes: ['admin'], limit: 'write' }
const heavy = (rule: CallRule): CallRule => ({ ...rule, limit: 'heavy' })
const matched = (rule: CallRule): CallRule => ({ ...rule, matches: true })
const secret = (rule: CallRule): CallRule => ({ ...rule, secret: true })

/** The first that fits holds: methods (null: all), then the path below `/api/v1`, in which `*` is one part of it. */
const RULES: readonly (readonly [methods: string | null, path: string, rule: CallRule])[] = [
  ['GET', 'audit', heavy(ADMIN)],
  ['POST', 'tokens', secret(ADMIN)],
  ['DELETE', 'tokens/*', ADMIN],
  ['PUT', 'policy', matched(ADMIN)],
  ['POST', 'policy/effect', heavy(READ)],
  ['GET', 'webhooks', ADMIN],
  ['POST', 'webhooks', secret(ADMIN)],
  [null, 'webhooks/**', ADMIN],
  // Who somebody is: nothing of it is kept anywhere but in the vault, not even a hash.
  ['GET', 'sources/*/identity', READ],
  [null, 'sources/*/identity/**', secret(ADMIN)],
  ['POST', 'sources/duplicates', READ],
  ['POST', 'sources/details/**', heavy(WRITE)],
  ['POST', 'sources/*/passage', READ],
  ['POST', 'sources/*/captures/**', heavy(WRITE)],
  ['POST', 'articles/*/authorship', READ],
  // A socket writes.
  ['POST', 'articles/*/ticket', secret(WRITE)],
  ['PATCH', 'articles/*', matched(WRITE)],
  ['PATCH', 'sources/*', matched(WRITE)],
  ['DELETE', 'sources/*', matched(WRITE)],
  ['PUT', 'articles/*/people', ADMIN],
  ['POST', 'articles/*/decisions', REVIEW],
  ['DELETE', 'articles/*/queries/*', REVIEW],
  ['DELETE', 'articles/*/approvals/*', REVIEW],
  ['POST', 'articles/*/versions/*/takedown', ADMIN],
  ['POST', 'articles/*/versions', PUBLISH],
  ['PUT', 'articles/*/schedule', PUBLISH],
  ['DELETE', 'articles/*/schedule', PUBLISH],
  // Which of the two, the policy says: it knows where the article is, and where it goes.
  ['POST', 'articles/*/moves', { scopes: ['review', 'publish'], limit: 'write' }],
  ['POST', 'articles/*/pictures', heavy(WRITE)],
  ['GET', '**', READ],
  ['HEAD', '**', READ],
  [null, '**', WRITE],
]

const TABLE = RULES.map(([methods, path, rule]) => ({
  methods,
  pattern: new RegExp(
    `^${path.replace(/\/\*\*|\*\*|\*/g, (sign) => (sign === '/**' ? '(/.*)?' : sign === '**' ? '.*' : '[^/]+'))}$`,
  ),
  rule,
}))

/** What a call asks for [API3]. Whatever no line names is written with `write`. */
export function callRule(method: string, pathname: string): CallRule {
  const path = pathname.replace(/^\/api\/v1\//, '').replace(/\/+$/, '')
  const found = TABLE.find(
    ({ methods, pattern }) => (methods === null || methods === method) && pattern.test(path),
  )
  return found?.rule ?? WRITE
}

/** The scope that is missing; null: none is. `held` null: the token, or the session, has no limits. */
export function missingScope(
  held: readonly Scope[] | null,
  wanted: readonly Scope[],
): string | null {
  if (held === null || wanted.some((scope) => held.includes(scope))) return null
  return wanted.join(' or ')
}
