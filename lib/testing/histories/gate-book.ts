import { expect } from 'vitest'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { OverrideWish, WarningReason } from '#lib/domain/publication/overrides.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import type { Ledger } from './ledger.ts'
import type { World } from './world.ts'

/** What somebody published with, and in spite of what. */
export interface Said {
  readonly reasons: readonly WarningReason[]
  readonly overrides: readonly OverrideWish[]
}

/** [VER2, GAT6, GAT8] Nothing comes out that the books would not let out. `person`: as they are now. */
export async function checkPublished(
  world: World,
  person: Actor,
  statuses: readonly SentenceStatus[],
  said: Said,
): Promise<void> {
  const { ledger, desk, id } = world
  expect(person.roles, 'who publishes').toContain('publisher')
  const spite = new Spite(person, said.overrides)
  const { content } = await desk.rooms.read(id)
  expect(proposalsOf(content.blocks), 'open suggestions').toEqual([])
  if (ledger.questions.size) spite.need(statuses, ['queried', 'rejected'])
  if (ledger.legalDue) spite.needForAll('legalReadDue')
  for (const status of statuses) checkSentence(ledger, status, spite, said.reasons)
  if (spite.taken) world.count('overridden')
}

function checkSentence(
  ledger: Ledger,
  status: SentenceStatus,
  spite: Spite,
  reasons: readonly WarningReason[],
): void {
  const { kind, annotations, confidence, fingerprint } = status
  const cited = annotations.flatMap(({ citations }) => citations)
  const owes = kind !== 'exempt' && kind !== 'opinion'
  if (owes && !cited.length) spite.need([status], ['untagged'])
  const isPlaced = cited.some(({ locator, quote }) => locator || quote)
  if ((kind === 'number' || kind === 'quote' || kind === 'allegation') && !isPlaced)
    spite.need([status], ['passageMissing', 'untagged'])
  const isSingle = new Set(cited.map(({ sourceId }) => sourceId)).size < 2
  if (owes && cited.length && (confidence === 'unconfirmed' || (kind === 'allegation' && isSingle)))
    expect(
      reasons.flatMap(({ fingerprints }) => fingerprints),
      'a reason for a warning',
    ).toContain(fingerprint)
  if (ledger.approversOf(status).size < ledger.needed(kind))
    spite.need([status], ['notApproved', 'stale', 'approvalMissing'])
}

/** What a chief has answered for, in words that somebody will read. */
class Spite {
  readonly #isChief: boolean
  readonly #wishes: readonly OverrideWish[]
  taken = false

  constructor({ chief, roles }: Actor, wishes: readonly OverrideWish[]) {
    this.#isChief = chief && roles.includes('publisher')
    this.#wishes = wishes.filter(({ reason }) => reason.trim())
  }

  /** For one of these sentences there has to be one of these. */
  need(statuses: readonly SentenceStatus[], kinds: readonly OverrideWish['kind'][]): void {
    const prints = statuses.map(({ fingerprint }) => fingerprint)
    this.#expect(
      ({ kind, fingerprint }) => kinds.includes(kind) && prints.includes(fingerprint ?? ''),
      `a blocker that no chief answers for: ${kinds[0]}`,
    )
  }

  needForAll(wanted: OverrideWish['kind']): void {
    this.#expect(
      ({ kind, fingerprint }) => kind === wanted && fingerprint === null,
      `a blocker that no chief answers for: ${wanted}`,
    )
  }

  #expect(fits: (wish: OverrideWish) => boolean, otherwise: string): void {
    expect(this.#isChief && this.#wishes.some(fits), otherwise).toBe(true)
    this.taken = true
  }
}
