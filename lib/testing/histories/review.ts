import { expect } from 'vitest'
import { listQueries } from '#db/repositories/decisions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import { whyAlone } from '#lib/domain/review/batch.ts'
import type { Verdict } from '#lib/domain/review/decisions.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { closeQuestion } from '#lib/usecases/close-question.ts'
import { decide } from '#lib/usecases/decide.ts'
import { undoApproval } from '#lib/usecases/undo-approval.ts'
import { pick, type World } from './world.ts'

const VERDICTS: readonly Verdict[] = ['approve', 'query', 'approve', 'reject', 'approve']

/** [REV1, REV2, REV8] A decision, often on what was seen some time ago. */
export async function judge(world: World, person: Actor, at: number, how: number): Promise<void> {
  const now = await world.statuses()
  const seen = pick(how % 7 === 0 ? world.seen : now, at)
  const verdict = pick(VERDICTS, how)
  if (seen && verdict) await judgeAll(world, person, [seen], verdict)
}

/** Decides on sentences as they were seen, in one call; what succeeds has to be right by the books. */
export async function judgeAll(
  world: World,
  person: Actor,
  seen: readonly SentenceStatus[],
  verdict: Verdict,
): Promise<void> {
  const now = await world.statuses()
  const items = seen.map(({ sentence: { index }, fingerprint }) => {
    return { index, fingerprint, verdict, note: 'Who says so?' }
  })
  const outcome = await decide(world.desk.context, person, world.id, items)
  const taken = items.filter((_, at) => outcome.ok && outcome.value[at]?.status === 200)
  if (!taken.length) return
  expect(person.roles, 'who decides').toContain('reviewer')
  const after = verdict === 'approve' ? await world.statuses() : []
  for (const { index, fingerprint } of taken) {
    const status = now[index] as SentenceStatus
    expect(status.fingerprint, 'a late decision').toBe(fingerprint)
    world.count(verdict)
    if (verdict !== 'approve') continue
    if (items.length > 1) expect(whyAlone(status), 'approved together').toBeNull()
    sign(world, person, { status, now, after: after[index] })
  }
  await readQuestions(world, person, verdict === 'approve')
}

/** An approval that the product took: it may not be of one's own work, and is taken down. */
function sign(
  { ledger, letters, count }: World,
  person: Actor,
  { status, now, after }: Signing,
): void {
  expect([...ledger.makersOf(status)], 'one’s own work').not.toContain(person.id)
  const own = letters.of(status)
  if (own) count('told apart by letters')
  expect([...ledger.typistsOf(own ?? [], status)], 'one’s own words').not.toContain(person.id)
  const alike = now.filter(({ fingerprint }) => fingerprint === status.fingerprint)
  const all = new Set(alike.flatMap((one) => letters.of(one) ?? []).map(({ id }) => id))
  for (const { id, personId } of after?.approvals ?? [])
    if (personId === person.id) ledger.signed(id, personId, status, all)
}

interface Signing {
  readonly status: SentenceStatus
  /** All of them, as they were when it was signed. */
  readonly now: readonly SentenceStatus[]
  readonly after: SentenceStatus | undefined
}

/** Open questions by the database: by approving nobody closes another's. */
async function readQuestions(world: World, by: Actor, byApproving: boolean): Promise<void> {
  const { questions } = world.ledger
  const all = await listQueries(world.desk.database.handle, world.id)
  const open = all.filter(({ closedAt }) => closedAt === null)
  const ids = new Set(open.map(({ id }) => id))
  for (const [id, raiser] of questions) {
    if (ids.has(id)) continue
    if (byApproving) expect(raiser, 'who closes by approving').toBe(by.id)
    questions.delete(id)
  }
  for (const { id, personId } of open) questions.set(id, personId)
}

/** [REV5] */
export async function close(world: World, person: Actor, at: number): Promise<void> {
  const [id, raiser] = pick([...world.ledger.questions], at) ?? []
  if (!id) return
  const closed = await closeQuestion(world.desk.context, person, world.id, id, { reason: 'x' })
  if (!closed.ok) return
  const isChief = person.chief && person.roles.includes('publisher')
  expect(raiser === person.id || isChief, 'who closes').toBe(true)
  world.count('closed')
  await readQuestions(world, person, false)
}

/** [REV6] */
export async function withdraw(world: World, person: Actor, at: number): Promise<void> {
  const one = pick(
    (await world.statuses()).flatMap(({ approvals }) => approvals),
    at,
  )
  if (!one || !(await undoApproval(world.desk.context, person, world.id, one.id)).ok) return
  expect(one.personId, 'who takes it back').toBe(person.id)
  world.ledger.withdrew(one.id)
  world.count('taken back')
}
