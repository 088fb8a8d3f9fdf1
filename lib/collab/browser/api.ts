import type { ArticlePeople } from '#lib/domain/access/article-people.ts'
import type { Picture } from '#lib/domain/figures/picture.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import type { CorrectionWish } from '#lib/domain/publication/correction.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { OverrideWish, WarningReason } from '#lib/domain/publication/overrides.ts'
import type { Schedule } from '#lib/domain/publication/schedule.ts'
import type { Beside } from '#lib/domain/publication/seen.ts'
import type { Change, VersionRef } from '#lib/domain/publication/version.ts'
import type { Warning } from '#lib/domain/publication/warnings.ts'
import type { Outcome, Verdict } from '#lib/domain/review/decisions.ts'
import type { Move } from '#lib/domain/review/moves.ts'
import type { State } from '#lib/domain/review/states.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { TicketAnswer } from './article-session.ts'

/** What the server answered: a value, or a sentence for the person. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly status: number
      readonly message: string
      readonly body: unknown
    }

/** Status 0: the server was not reached. */
const UNREACHABLE = 'The server was not reached. Check the connection and try again.'

export function call<T>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  const json = body !== undefined && {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  }
  return answerTo<T>(path, { method, ...json })
}

/** Sends bytes as they are. */
export function send<T>(path: string, type: string, body: Uint8Array<ArrayBuffer>) {
  return answerTo<T>(path, { method: 'POST', body, headers: { 'content-type': type } })
}

async function answerTo<T>(path: string, request: RequestInit): Promise<Answer<T>> {
  let response: Response
  try {
    response = await fetch(path, request)
  } catch {
    // The one failure that fetch throws for: nobody answered.
    return { ok: false, status: 0, message: UNREACHABLE, body: null }
  }
  const value = (await response.json().catch(() => null)) as unknown
  if (response.ok) return { ok: true, value: value as T }
  const detail = (value as { detail?: unknown } | null)?.detail
  const message =
    typeof detail === 'string' ? detail : `The server answered ${response.status}. Try again.`
  return { ok: false, status: response.status, message, body: value }
}

export interface DecisionRequest {
  readonly index: number
  readonly fingerprint: string
  readonly verdict: Verdict
  readonly note?: string
}

export interface DecisionResult {
  readonly status: number
  readonly message?: string
  readonly current?: { readonly index: number; readonly text: string; readonly fingerprint: string }
}

/** What a publisher sees when they press: `after` is the number of the newest version, `seen` the sentences' fingerprints. */
export interface Seen {
  readonly after: number
  readonly seen: readonly string[]
  readonly beside: Beside
}

/** What readers are told of a version. */
export interface Told {
  readonly note: string
  /** Of a correction. */
  readonly correction?: CorrectionWish
}

/** What a version goes out in spite of: blockers, by a chief, and warnings. */
export interface InSpite {
  readonly overrides: readonly OverrideWish[]
  readonly reasons: readonly WarningReason[]
}

/** What is planned for an article; what is not named stays. */
export interface PlanWish {
  /** ISO 8601; null: none any more. */
  readonly deadline?: string | null
  readonly legalRead?: boolean
  readonly note?: string
  /** As it was seen. */
  readonly was?: { readonly deadline: string | null; readonly legalAt: string | null }
}

/** How a question ends. The reason may be empty for one's own. */
export interface Closing {
  readonly outcome: Outcome
  readonly reason: string
}

/** A version at a set time. `at`: ISO 8601. */
export interface ScheduleWish {
  readonly at: string
  readonly change: Change
  readonly note: string
  readonly reasons: readonly WarningReason[]
  readonly seen: readonly string[]
  readonly beside: Beside
}

/** The calls of one article's page. */
export function articleApi(articleId: string) {
  const path = `/api/v1/articles/${articleId}`
  return {
    facts: () => call<ArticleFacts>('GET', `${path}/facts`),
    authors: () =>
      call<{ readonly authors: readonly (readonly string[])[] }>('GET', `${path}/authors`),
    decide: (decisions: readonly DecisionRequest[]) => decideBy(path, decisions),
    closeQuery: (queryId: string, closing: Closing) =>
      call<null>('DELETE', `${path}/queries/${queryId}`, closing),
    answerQuery: (queryId: string, text: string) =>
      call<{ readonly id: string }>('POST', `${path}/queries/${queryId}/messages`, { text }),
    approved: (approvalId: string) =>
      call<{ readonly annotations: readonly Annotation[] }>(
        'GET',
        `${path}/approvals/${approvalId}`,
      ),
    undoApproval: (approvalId: string) => call<null>('DELETE', `${path}/approvals/${approvalId}`),
    move: (to: State, note: string, seen?: readonly string[]) =>
      call<{ readonly state: State }>('POST', `${path}/moves`, { to, note, ...(seen && { seen }) }),
    warnings: () => call<{ readonly warnings: readonly Warning[] }>('GET', path),
    moves: () => call<{ readonly moves: readonly Move[] }>('GET', `${path}/moves`),
    plan: (wish: PlanWish) => call<unknown>('PATCH', `${path}/plan`, wish),
    schedule: (wish: ScheduleWish) => call<Schedule>('PUT', `${path}/schedule`, wish),
    cancelSchedule: () => call<null>('DELETE', `${path}/schedule`),
    publish: (change: Change, told: Told, seen: Seen, inSpite: InSpite) =>
      call<VersionRef & { readonly slug: string }>('POST', `${path}/versions`, {
        change,
        ...told,
        ...inSpite,
        ...seen,
      }),
    describe: (data: Readonly<Record<string, string>>) =>
      call<{ readonly slug: string }>('PATCH', path, data),
    setPeople: (people: ArticlePeople & { readonly seen: ArticlePeople }) =>
      call<null>('PUT', `${path}/people`, people),
    /** Takes a picture over from another article. */
    takePicture: (hash: string) => call<Picture>('PUT', `${path}/pictures/${hash}`),
    ticket: () => requestTicket(path),
  }
}

/** Results per decision, also when some of them failed. */
async function decideBy(
  path: string,
  decisions: readonly DecisionRequest[],
): Promise<Answer<readonly DecisionResult[]>> {
  const answer = await call<{ readonly results: readonly DecisionResult[] }>(
    'POST',
    `${path}/decisions`,
    decisions,
  )
  if (answer.ok) return { ok: true, value: answer.value.results }
  const results = (answer.body as { results?: readonly DecisionResult[] } | null)?.results
  return results ? { ok: true, value: results } : answer
}

async function requestTicket(path: string): Promise<TicketAnswer> {
  type Ticket = Omit<TicketAnswer & { kind: 'ticket' }, 'kind'>
  const answer = await call<Ticket>('POST', `${path}/ticket`)
  if (answer.ok) return { kind: 'ticket', ...answer.value }
  if (answer.status === 401) return { kind: 'signedOut' }
  if ((answer.body as { damaged?: unknown } | null)?.damaged === true)
    return { kind: 'damaged', reason: answer.message }
  return { kind: answer.status === 404 ? 'gone' : 'unreachable' }
}

/** Blockers that came with a refused publication. */
export function blockersOf(answer: Answer<unknown>): readonly Blocker[] {
  if (answer.ok) return []
  return (answer.body as { blockers?: readonly Blocker[] } | null)?.blockers ?? []
}

/** Warnings without a reason that came with one. */
export function warningsIn(answer: Answer<unknown>): readonly Warning[] {
  if (answer.ok) return []
  return (answer.body as { warnings?: readonly Warning[] } | null)?.warnings ?? []
}

export interface NewSource {
  /** Chosen here, so that the source is cited before the server has answered; absent: the server chooses. */
  readonly id?: string
  readonly kind: Source['kind']
  readonly title: string
  readonly publicName?: string
  readonly description?: string
  readonly terms?: Source['terms']
  readonly wording?: string
  readonly url?: string | null
  readonly reliability?: Source['reliability']
  readonly edition?: string
  /** In CSL-JSON; the server checks it. */
  readonly csl?: object | null
}

export const sourcesApi = {
  list: (search: string) =>
    call<{ readonly sources: readonly Source[] }>(
      'GET',
      `/api/v1/sources?q=${encodeURIComponent(search)}`,
    ),
  create: (source: NewSource) => call<Source>('POST', '/api/v1/sources', source),
  read: (id: string) => call<Source>('GET', `/api/v1/sources/${id}`),
  change: (id: string, change: Partial<NewSource> & { readonly retired?: boolean }) =>
    call<Source>('PATCH', `/api/v1/sources/${id}`, change),
}
