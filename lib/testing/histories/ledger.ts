import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Annotation, Kind } from '#lib/domain/sourcing/annotation.ts'
import type { Letter } from './letters.ts'

/** An approval as this ledger saw it given. */
interface Signed {
  readonly id: string
  readonly personId: string
  /** The words and evidence that it was given for. */
  readonly shown: string
  /** The same without what no editor of the article writes. */
  readonly written: string
  readonly needed: number
  readonly step: number
  /** Its characters, and those of others that said the same. */
  readonly letters: ReadonlySet<string>
  withdrawn: boolean
}

/** A sentence that somebody's change made as it is. */
interface Made {
  readonly written: string
  readonly personId: string
  readonly step: number
}

/** What an annotation tells readers; those that say nothing are what questions hang on. */
function toldBy({ kind, confidence, publicNote, citations }: Annotation) {
  if (!kind && !confidence && !publicNote && !citations.length) return []
  const cited = citations.map((citation) => JSON.stringify(citation)).toSorted()
  return [JSON.stringify([kind, confidence, publicNote, cited])]
}

/**
 * Keeps its own books of a history, by plain words and evidence: no fingerprint, no row of the log and no function that
 * the product decides with. What the product shows has to agree with them.
 */
export class Ledger {
  readonly #signed: Signed[] = []
  readonly #made: Made[] = []
  /** Who raised each open question. */
  readonly questions = new Map<string, string>()
  /** Public names of the sources, as they were changed. */
  readonly names = new Map<string, string>()
  everywhere = 1
  /** It was flagged for a legal read, and nobody has done one since. */
  legalDue = false
  step = 0
  #present = new Set<string>()
  /** Characters that were ever there, and those that came in a row that left their sentence as it was [AUT1]. */
  readonly #letters = new Set<string>()
  readonly #retyped = new Set<string>()

  /** Words and evidence as an author leaves them. */
  written({ sentence, annotations }: SentenceStatus): string {
    const words = sentence.text.replace(/\s+/gu, ' ').trim()
    return JSON.stringify([words, annotations.flatMap(toldBy).toSorted()])
  }

  /** The same with what the registry says of the sources. */
  shown(status: SentenceStatus): string {
    const cited = status.annotations.flatMap(({ citations }) => citations)
    const names = cited.map(({ sourceId }) => this.names.get(sourceId) ?? '').toSorted()
    return JSON.stringify([this.written(status), names])
  }

  /** At first one everywhere and two for an allegation. */
  needed(kind: Kind | null): number {
    return Math.max(this.everywhere, kind === 'allegation' ? 2 : 1)
  }

  /** Takes down that the step of these people left the article like this. */
  wrote(
    people: readonly string[],
    statuses: readonly SentenceStatus[],
    lettersOf: (status: SentenceStatus) => readonly Letter[] | null,
  ): void {
    for (const status of statuses) {
      const isLeft = this.#present.has(this.written(status))
      for (const { id } of lettersOf(status) ?? []) {
        if (isLeft && !this.#letters.has(id)) this.#retyped.add(id)
        this.#letters.add(id)
      }
    }
    const present = new Set(statuses.map((status) => this.written(status)))
    for (const written of present) {
      if (this.#present.has(written)) continue
      for (const personId of people) this.#made.push({ written, personId, step: this.step })
    }
    this.#present = present
  }

  /** Who made the sentence as it is, since it was last checked by as many as that takes. */
  makersOf(status: SentenceStatus): ReadonlySet<string> {
    const written = this.written(status)
    const groups = Map.groupBy(
      this.#signed.filter((signed) => !signed.withdrawn && signed.written === written),
      ({ shown }) => shown,
    )
    const checked = Math.max(-1, ...[...groups.values()].map(checkedAt))
    const since = this.#made.filter((made) => made.written === written && made.step > checked)
    return new Set(since.map(({ personId }) => personId))
  }

  /**
   * Who typed what stands there and was in no sentence that as many had signed as that takes. What says again what as many
   * have signed was checked, whoever typed it again.
   */
  typistsOf(letters: readonly Letter[], status: SentenceStatus): ReadonlySet<string> {
    const standing = this.#signed.filter(({ withdrawn }) => !withdrawn)
    const byShown = Map.groupBy(standing, ({ shown }) => shown)
    if (checkedAt(byShown.get(this.shown(status)) ?? []) >= 0) return new Set()
    const groups = [...byShown.values()]
    const checked = new Set(
      groups
        .filter((group) => checkedAt(group) >= 0)
        .flatMap((group) => group.flatMap(({ letters }) => [...letters])),
    )
    const typed = letters.filter(
      ({ id, sign }) => /\S/u.test(sign) && !checked.has(id) && !this.#retyped.has(id),
    )
    return new Set(typed.map(({ personId }) => personId))
  }

  signed(id: string, personId: string, status: SentenceStatus, letters: ReadonlySet<string>): void {
    if (this.#signed.some((known) => known.id === id)) return
    const keys = { shown: this.shown(status), written: this.written(status) }
    const needed = this.needed(status.kind)
    const { step } = this
    this.#signed.push({ id, personId, ...keys, needed, step, letters, withdrawn: false })
  }

  withdrew(id: string): void {
    for (const signed of this.#signed) if (signed.id === id) signed.withdrawn = true
  }

  /** Persons whose standing approvals are of just these words and this evidence. */
  approversOf(status: SentenceStatus): ReadonlySet<string> {
    const shown = this.shown(status)
    const standing = this.#signed.filter((signed) => !signed.withdrawn && signed.shown === shown)
    return new Set(standing.map(({ personId }) => personId))
  }

  /** True when a standing approval with this id was given for what is shown. */
  covers(id: string, status: SentenceStatus): boolean {
    const signed = this.#signed.find((entry) => entry.id === id)
    return signed !== undefined && !signed.withdrawn && signed.shown === this.shown(status)
  }
}

/** The last step at which somebody signed so that as many different people had as were needed; -1: not yet. */
function checkedAt(group: readonly Signed[]): number {
  const needed = Math.max(...group.map((signed) => signed.needed))
  const people = new Set<string>()
  let checked = -1
  for (const { personId, step } of group) {
    people.add(personId)
    if (people.size >= needed) checked = step
  }
  return checked
}
