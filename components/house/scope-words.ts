import { SCOPES, type Scope } from '#lib/domain/access/scopes.ts'

/** What a token with each scope may do, as far as its owner may. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  read: 'articles, sources, comments and versions',
  write: 'text, evidence, sources and comments',
  review: 'approve, query, reject, and send to review',
  publish: 'publish, correct, retract, schedule and archive',
  admin: 'rules, people of an article, webhooks, the audit trail, confidential sources',
}

/** "read, write"; all that its owner may. */
export function scopesInWords(scopes: readonly Scope[] | null, owner: string): string {
  if (scopes === null) return `all that ${owner} may`
  return SCOPES.filter((scope) => scopes.includes(scope)).join(', ')
}
