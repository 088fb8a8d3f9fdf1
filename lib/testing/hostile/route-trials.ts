import { globSync, readFileSync } from 'node:fs'
import type { Name } from './house.ts'
import { type Scene, schedule } from './scene.ts'

/** How a call that writes is tried. */
export interface RouteTrial {
  /** Who lacks the right to it, beside all who are not let in. */
  readonly lacking: readonly Name[]
  /** Who may do just that, in the end: the same call has to get through. */
  readonly by: Name
  /** The place of each name in the address, and the body. */
  readonly call: (
    scene: Scene,
  ) => readonly [places: readonly string[], body?: unknown, query?: string]
  /** With what it is answered then, where that is a refusal of another kind: the right was there. */
  readonly answers?: number
  /** It only asks: a token that only reads may. */
  readonly asks?: true
}

/** All of `app` that answers to something else than a question: `METHOD path`. */
export function writingRoutes(): readonly string[] {
  return globSync('app/**/route.ts').flatMap((file) => {
    const path = file
      .replace(/^app/, '')
      .replace(/\/route\.ts$/, '')
      .replaceAll(/\/\([^)]*\)/g, '')
    const exported =
      readFileSync(file, 'utf8')
        .match(/^export (?!type).*$/gm)
        ?.join(' ') ?? ''
    const methods = ['POST', 'PUT', 'PATCH', 'DELETE'].filter((method) =>
      new RegExp(`\\b${method}\\b`).test(exported),
    )
    return methods.map((method) => `${method} ${path}`)
  })
}

const A = '/api/v1/articles'
const S = '/api/v1/sources'
const H = '/api/v1/webhooks'

const NOT_ADMIN: readonly Name[] = ['chief', 'publisher', 'editor', 'reviewer', 'writer', 'nobody']
const NOT_DESK: readonly Name[] = ['chief', 'publisher', 'admin', 'nobody']
const NOT_PUBLISHER: readonly Name[] = ['editor', 'reviewer', 'writer', 'admin', 'nobody']
/** Of an article that the writer began. */
const NOT_WRITING: readonly Name[] = ['chief', 'publisher', 'admin', 'other', 'nobody']
const NOT_SEEING: readonly Name[] = ['chief', 'publisher', 'reviewer', 'writer', 'admin', 'nobody']

type Call = RouteTrial['call']
const trial =
  (lacking: readonly Name[], by: Name) =>
  (call: Call, answers?: number): RouteTrial => ({ lacking, by, call, ...(answers && { answers }) })
const forAdmins = trial(NOT_ADMIN, 'admin')
const forDesk = trial(NOT_DESK, 'editor')
const forPublishers = trial(NOT_PUBLISHER, 'publisher')
const forWriting = trial(NOT_WRITING, 'writer')
/** In what only the editor sees. */
const forSeeing = trial(NOT_SEEING, 'editor')
const forReviewers = trial(['chief', 'editor', 'writer', 'admin', 'nobody'], 'reviewer')
/** Who a source is, which the writer has locked up. */
const forOwner = trial(['admin', 'chief', 'editor', 'reviewer', 'other', 'nobody'], 'writer')
const forAll = trial([], 'nobody')
const asking = (one: RouteTrial): RouteTrial => ({ ...one, asks: true })

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const POLICY = { everywhere: 2, rules: [] }
const text = 'Said the hostile one.'
const PLAIN = new TextEncoder().encode('The minutes of the meeting.')

const ON_ARTICLES: Readonly<Record<string, RouteTrial>> = {
  [`POST ${A}`]: trial(
    ['reviewer', 'publisher', 'chief', 'admin', 'nobody'],
    'writer',
  )(() => [[], { text: 'More.' }]),
  [`PATCH ${A}/[id]`]: forWriting(({ article }) => [[article], { byline: 'By me' }]),
  [`POST ${A}/[id]/authorship`]: asking(
    forSeeing(({ restricted }) => [[restricted], { spans: [{ block: 'x', from: 0, to: 1 }] }]),
  ),
  [`POST ${A}/[id]/history/names`]: forWriting(({ article }) => [
    [article],
    { seq: 1, name: 'Mine' },
  ]),
  [`DELETE ${A}/[id]/history/names/[nameId]`]: forWriting(({ article, moment }) => [
    [article, moment],
  ]),
  [`POST ${A}/[id]/pictures`]: forWriting(({ article }) => [[article], picture]),
  // There is no such picture; who may not write is not told that.
  [`PUT ${A}/[id]/pictures/[hash]`]: trial(['chief', 'publisher', 'admin', 'other'], 'writer')(
    ({ article }) => [[article, 'a'.repeat(64)]],
    404,
  ),
  [`PUT ${A}/[id]/annotations`]: forWriting(({ article, sentences, source }) => [
    [article],
    [{ ...sentences[1], kind: 'number', citations: [{ sourceId: source }] }],
  ]),
  [`DELETE ${A}/[id]/annotations/[annotationId]`]: forWriting(({ article, annotation }) => [
    [article, annotation],
  ]),
  [`POST ${A}/[id]/threads`]: forSeeing(({ restricted }) => [
    [restricted],
    { blockIndex: 0, from: 0, to: 6, quote: 'Hidden', text },
  ]),
  [`PATCH ${A}/[id]/threads/[threadId]`]: trial(
    ['nobody'],
    'other',
  )(({ article, thread }) => [[article, thread], { resolved: true }]),
  [`PUT ${A}/[id]/threads/[threadId]/place`]: trial(
    ['nobody'],
    'other',
  )(({ article, thread }) => [
    [article, thread],
    { blockIndex: 0, from: 0, to: 9, quote: 'They paid' },
  ]),
  [`PUT ${A}/[id]/threads/[threadId]/read`]: trial(
    ['nobody'],
    'other',
  )(({ article, thread, message }) => [[article, thread], { messageId: message }]),
  [`POST ${A}/[id]/threads/[threadId]/messages`]: trial(
    ['nobody'],
    'other',
  )(({ article, thread }) => [[article, thread], { text }]),
  [`POST ${A}/[id]/ticket`]: forSeeing(({ restricted }) => [[restricted]]),
  [`PUT ${A}/[id]/people`]: trial(
    ['chief', 'publisher', 'reviewer', 'other', 'nobody'],
    'editor',
  )(({ article, house }) => [
    [article],
    { restricted: false, assigned: [house.ids.other], named: [] },
  ]),
  [`POST ${A}/[id]/history/restore`]: forWriting(({ article }) => [[article], { seq: 1 }]),
}

const ON_REVIEW: Readonly<Record<string, RouteTrial>> = {
  [`POST ${A}/[id]/decisions`]: forReviewers(({ article, sentences }) => [
    [article],
    [{ ...sentences[1], verdict: 'approve' }],
  ]),
  [`POST ${A}/[id]/queries/[queryId]/messages`]: trial(
    ['nobody'],
    'other',
  )(({ article, query }) => [[article, query], { text }]),
  // A chief may, with a reason; another reviewer may not.
  [`DELETE ${A}/[id]/queries/[queryId]`]: trial(
    ['publisher', 'editor', 'second', 'writer', 'admin', 'nobody'],
    'reviewer',
  )(({ article, query }) => [[article, query], { reason: 'I say so.' }]),
  [`DELETE ${A}/[id]/approvals/[approvalId]`]: trial(
    ['chief', 'editor', 'second', 'writer', 'admin', 'nobody'],
    'reviewer',
  )(({ article, approval }) => [[article, approval]]),
  [`PATCH ${A}/[id]/plan`]: trial(
    ['admin', 'other', 'nobody'],
    'reviewer',
  )(({ article }) => [[article], { legalRead: true, note: 'Read this.' }]),
  [`POST ${A}/[id]/moves`]: trial(
    ['chief', 'publisher', 'admin', 'other', 'nobody'],
    'writer',
  )(({ article }) => [[article], { to: 'inReview', note: '' }]),
  [`DELETE ${A}/[id]/schedule`]: forPublishers(({ scheduled }) => [[scheduled]]),
  [`PUT ${A}/[id]/schedule`]: forPublishers(({ scheduled }) => [[scheduled], schedule()]),
  [`POST ${A}/[id]/versions`]: forPublishers(({ published }) => [
    [published],
    { change: 'update', note: 'More.' },
  ]),
  [`POST ${A}/[id]/versions/[number]/takedown`]: trial(
    ['publisher', 'editor', 'reviewer', 'writer', 'nobody'],
    'admin',
  )(({ published }) => [[published, '1'], { reason: 'A court said so.' }]),
  'PUT /api/v1/policy': forAdmins(() => [[], { version: 0, approvers: POLICY }]),
  'POST /api/v1/policy/effect': asking(forAdmins(() => [[], POLICY])),
}

const ON_SOURCES: Readonly<Record<string, RouteTrial>> = {
  [`POST ${S}`]: forDesk(() => [[], { kind: 'document', title: 'A note' }]),
  [`PATCH ${S}/[id]`]: forDesk(({ source }) => [[source], { description: 'Ours.' }]),
  // Nobody deletes a source; who may change it is told what to do instead.
  [`DELETE ${S}/[id]`]: forDesk(({ source }) => [[source]], 409),
  [`POST ${S}/[id]/merges`]: forDesk(({ source, spare }) => [[source], { from: spare }]),
  [`DELETE ${S}/[id]/merges/[mergeId]`]: forDesk(({ source, merge }) => [[source, merge]]),
  [`POST ${S}/[id]/captures/uploads`]: forDesk(({ source }) => [[source], PLAIN, '?name=m.txt']),
  // It has no address: nothing outside is asked.
  [`POST ${S}/[id]/captures`]: forDesk(({ source }) => [[source]], 422),
  [`PUT ${S}/[id]/copy`]: forDesk(({ source }) => [[source]], 409),
  [`POST ${S}/[id]/passage`]: asking(forAll(({ source }) => [[source], { quote: 'minutes' }])),
  [`POST ${S}/duplicates`]: asking(forAll(() => [[], { title: 'The ledger' }])),
  [`POST ${S}/details`]: forDesk(() => [[], { text: 'TY  - BOOK\nTI  - Rain\nER  - ' }]),
  [`POST ${S}/details/file`]: forDesk(() => [[], PLAIN, '?name=m.txt']),
  [`POST ${S}/[id]/identity/openings`]: forOwner(({ confidential }) => [[confidential]]),
  [`POST ${S}/[id]/identity/recordings`]: forOwner(({ confidential }) => [
    [confidential],
    PLAIN,
    '?name=v.txt',
  ]),
  [`POST ${S}/[id]/identity/recordings/[recordingId]`]: forOwner(({ confidential, recording }) => [
    [confidential, recording],
  ]),
  [`DELETE ${S}/[id]/identity/recordings/[recordingId]`]: forOwner(
    ({ confidential, recording }) => [[confidential, recording]],
  ),
  [`PUT ${S}/[id]/identity`]: forOwner(({ confidential }) => [[confidential], { name: 'Nobody' }]),
  [`DELETE ${S}/[id]/identity`]: forOwner(({ confidential }) => [[confidential]]),
}

const ON_THE_HOUSE: Readonly<Record<string, RouteTrial>> = {
  [`POST ${H}`]: forAdmins(() => [[], { url: 'https://mine.example/', events: ['published'] }]),
  [`POST ${H}/[id]/test`]: forAdmins(({ webhook }) => [[webhook]]),
  [`PATCH ${H}/[id]`]: forAdmins(({ webhook }) => [[webhook], { active: false }]),
  [`DELETE ${H}/[id]`]: forAdmins(({ webhook }) => [[webhook]]),
  'PUT /api/v1/notices/choices': forAll(() => [[], { kind: 'reply', app: false, mail: 'off' }]),
  'POST /api/v1/notices/read': forAll(() => [[], { ids: null }]),
  'DELETE /api/v1/tokens/[id]': trial(
    ['admin', 'chief', 'writer', 'nobody'],
    'editor',
  )(({ tokens }) => [[tokens[0]]]),
}

/** One for each, in the order in which those who may do them at the end. */
export const ROUTE_TRIALS: Readonly<Record<string, RouteTrial>> = {
  ...ON_REVIEW,
  ...ON_ARTICLES,
  ...ON_SOURCES,
  ...ON_THE_HOUSE,
}

/** Those that need no account; what they refuse is tried in `hostile-house.spec.ts`. */
export const WITHOUT_ACCOUNT = [
  ...['POST /api/v1/tokens', 'POST /api/auth/[...nextauth]', 'POST /no-mail/now'],
]

/** The address of a call. */
export function placed(path: string, places: readonly string[], query = ''): string {
  const left = [...places]
  return path.replaceAll(/\[\w+\]/g, () => encodeURIComponent(left.shift() ?? '')) + query
}
