import { addressOf, type Name, PASSWORD } from './house.ts'
import type { Scene } from './scene.ts'

/** A call by somebody who has a right and goes too far, or by nobody who guesses: it has to be refused with that. */
export interface Cunning {
  readonly name: string
  /** Null: by nobody. */
  readonly by: Name | null
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly refused: readonly number[]
}

type Row = readonly [name: string, by: Name, body: unknown, ...refused: readonly number[]]

const rows = (method: string, path: string, all: readonly Row[]): readonly Cunning[] =>
  all.map(([name, by, body, ...refused]) => ({ name, by, method, path, body, refused }))

const because = 'I say so.'
const pathOf = (id: string) => `/api/v1/articles/${id}`

/** What nobody may do, whatever their right, on the articles of a scene. */
export function cunningIn(scene: Scene): readonly Cunning[] {
  return [
    ...ofDecisions(scene),
    ...ofOthersDecisions(scene),
    ...ofMoves(scene),
    ...ofVersions(scene),
    ...ofNextVersions(scene),
    ...ofTimes(scene),
    ...ofTheRest(scene),
    ...ofGuesses(scene),
  ]
}

function ofDecisions({ article, sentences }: Scene): readonly Cunning[] {
  const approved = sentences.map(({ index, fingerprint }) => ({
    ...{ index, fingerprint, verdict: 'approve' },
  }))
  const [, sourced, asked, bare] = approved
  const eleven = Array.from({ length: 11 }, (_, index) => ({ ...sourced, index }))
  return rows('POST', `${pathOf(article)}/decisions`, [
    ['eleven approved at once', 'second', eleven, 422],
    ['approved on the words of another', 'second', [{ ...sourced, index: 0 }], 409],
    ['approved on other words', 'second', [{ ...sourced, fingerprint: 'x' }], 409],
    ['approved where nothing is', 'second', [{ ...sourced, index: 99 }], 404],
    ['approved together, without a source or asked about', 'second', [bare, asked], 422],
    ['rejected without a word', 'second', [{ ...sourced, verdict: 'reject' }], 422],
  ])
}

function ofOthersDecisions({ article, published, query, approval }: Scene): readonly Cunning[] {
  const [here, elsewhere] = [pathOf(article), pathOf(published)]
  const overridden = { reason: because, outcome: 'overridden' }
  return [
    ...rows('DELETE', `${here}/approvals/${approval}`, [
      ['another’s approval', 'second', null, 404],
    ]),
    ...rows('DELETE', `${elsewhere}/approvals/${approval}`, [
      ['an approval of another article', 'reviewer', null, 404],
    ]),
    ...rows('DELETE', `${here}/queries/${query}`, [
      ['another’s question, overruled', 'second', overridden, 403],
      ['a question overruled by no chief', 'publisher', overridden, 403],
    ]),
    ...rows('DELETE', `${elsewhere}/queries/${query}`, [
      ['a question of another article', 'reviewer', { reason: because }, 404],
    ]),
  ]
}

function ofMoves({ article }: Scene): readonly Cunning[] {
  const to = (state: string) => ({ to: state, note: because })
  return rows('POST', `${pathOf(article)}/moves`, [
    ['moved to published', 'editor', to('published'), 409],
    ['moved to scheduled', 'editor', to('scheduled'), 409],
    ['moved to retracted', 'reviewer', to('retracted'), 409],
    ['moved to published by a chief', 'chief', to('published'), 403],
    ['moved to checked by its writer', 'writer', to('checked'), 403],
    ['moved to ready by its writer', 'writer', to('ready'), 403],
    ['archived by an editor', 'editor', to('archived'), 403],
  ])
}

function ofVersions({ article, sentences }: Scene): readonly Cunning[] {
  const version = { change: 'first', note: because }
  const kinds = ['notApproved', 'untagged', 'queried', 'passageMissing', 'confidenceMissing']
  const overrides = kinds.flatMap((kind) =>
    sentences.map(({ fingerprint }) => ({ kind, fingerprint, reason: because })),
  )
  const lapsed = overrides.map((wish) => ({ ...wish, fingerprint: 'f'.repeat(64) }))
  const silent = overrides.map((wish) => ({ ...wish, reason: ' ' }))
  return rows('POST', `${pathOf(article)}/versions`, [
    ['with blockers', 'publisher', version, 422],
    ['with blockers, by a chief', 'chief', version, 422],
    ['in spite of them, as no chief', 'publisher', { ...version, overrides }, 403],
    ['in spite of other words', 'chief', { ...version, overrides: lapsed }, 422],
    ['in spite of them, without a word', 'chief', { ...version, overrides: silent }, 422],
    ['a retraction of nothing', 'chief', { ...version, change: 'retraction' }, 422],
    ['an update of nothing', 'chief', { ...version, change: 'update' }, 422],
  ])
}

function ofNextVersions({ published, sentences }: Scene): readonly Cunning[] {
  const update = { change: 'update', note: because }
  const seen = sentences.map(({ fingerprint }) => fingerprint)
  return rows('POST', `${pathOf(published)}/versions`, [
    ['by a stale preview', 'publisher', { ...update, seen }, 409],
    ['after another version', 'publisher', { ...update, after: 0 }, 409],
    ['a second first one', 'publisher', { ...update, change: 'first' }, 422],
    ['an update without a word', 'publisher', { change: 'update' }, 422],
    ['a correction of nothing', 'publisher', { ...update, change: 'correction' }, 422],
    ['a retraction by no publisher', 'reviewer', { ...update, change: 'retraction' }, 403],
    ['a retraction without a word', 'publisher', { change: 'retraction' }, 422],
  ])
}

function ofTimes({ article, published, scheduled, sentences }: Scene): readonly Cunning[] {
  const at = new Date(Date.now() + 3_600_000).toISOString()
  const first = { change: 'first', note: because, at }
  const seen = sentences.map(({ fingerprint }) => fingerprint)
  return [
    ...rows('PUT', `${pathOf(article)}/schedule`, [
      ['a time, with blockers', 'publisher', first, 422],
      ['a time, with blockers, by a chief', 'chief', first, 422],
    ]),
    ...rows('PUT', `${pathOf(scheduled)}/schedule`, [
      ['a time that is over', 'publisher', { ...first, at: '2020-01-01T00:00:00Z' }, 422],
      ['a time, by a stale preview', 'publisher', { ...first, seen }, 409],
    ]),
    ...rows('PUT', `${pathOf(published)}/schedule`, [
      ['a correction at a time', 'publisher', { ...first, change: 'correction' }, 422],
      ['a retraction at a time', 'publisher', { ...first, change: 'retraction' }, 422],
    ]),
  ]
}

function ofTheRest({ article, published }: Scene): readonly Cunning[] {
  const approvers = { everywhere: 1, rules: [] }
  const unflagged = { legalRead: false, note: because }
  const takedown = (number: number) => `${pathOf(published)}/versions/${number}/takedown`
  return [
    ...rows('POST', takedown(2), [['no such version down', 'chief', { reason: because }, 404]]),
    ...rows('POST', takedown(1), [['down without a word', 'chief', { reason: ' ' }, 422]]),
    ...rows('PATCH', pathOf(published), [
      ['the address of what is published', 'writer', { slug: 'mine' }, 409],
    ]),
    ...rows('PATCH', pathOf(article), [
      ['the address of another', 'writer', { slug: 'the-quay-opens' }, 409],
    ]),
    ...rows('PATCH', `${pathOf(article)}/plan`, [['off the flag', 'editor', unflagged, 403]]),
    ...rows('PUT', '/api/v1/policy', [
      ['rules by a chief', 'chief', { version: 0, approvers }, 403],
      ['rules that nobody saw', 'admin', { version: 7, approvers }, 409],
    ]),
  ]
}

/** Behind next-auth’s own routes stands its token against forgery: without it they go nowhere. */
const NOWHERE = [200, 302, 400]

function ofGuesses({ house: { ids } }: Scene): readonly Cunning[] {
  const token = (email: string, password: string) => ({ email, password, name: 'mine' })
  const made = (name: string, path: string, body: unknown, ...refused: number[]): Cunning => ({
    ...{ name, by: null, method: 'POST', path, body, refused },
  })
  const [tokens, admin, off] = ['/api/v1/tokens', addressOf('admin'), '/no-mail/now?token=']
  return [
    made('a token by a wrong password', tokens, token(admin, `${PASSWORD}.`), 401),
    made('a token of somebody disabled', tokens, token(addressOf('disabled'), PASSWORD), 401),
    made('a token of nobody', tokens, token('x@house.example', PASSWORD), 401),
    made('no mail, forged', `${off}${ids.admin}.${'A'.repeat(43)}`, null, 404),
    made('no mail, unsigned', `${off}${ids.admin}`, null, 404),
    made('in by password', '/api/auth/callback/password', token(admin, PASSWORD), ...NOWHERE),
    made('in by the demo', '/api/auth/callback/demo', token(admin, ''), ...NOWHERE),
    made('another’s session', '/api/auth/session', { data: { sid: ids.admin } }, ...NOWHERE),
  ]
}
