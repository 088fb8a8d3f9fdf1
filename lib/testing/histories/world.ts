import { expect } from 'vitest'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { WarningReason } from '#lib/domain/publication/overrides.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { type Desk, must } from '#lib/testing/desk-fixture.ts'
import { changePolicy, showPolicy } from '#lib/usecases/house-policy.ts'
import { Cast } from './cast.ts'
import { Editor } from './editor.ts'
import { Ledger } from './ledger.ts'
import { Letters } from './letters.ts'
import { VersionBook } from './version-book.ts'

/** The one of a list that a number means, taken modulo what there is. */
export const pick = <T>(list: readonly T[], at: number): T | undefined =>
  list[at % Math.max(1, list.length)]

/** One article, the people around it, and the books that are kept of what happens to it. */
export class World {
  /** How often each thing succeeded, over all worlds that share the map. */
  readonly done: Map<string, number>
  readonly desk: Desk
  readonly cast: Cast
  readonly ledger = new Ledger()
  readonly sources: string[] = []
  readonly versionBook: VersionBook
  readonly #editors = new Map<string, Editor>()
  #letters: Letters | null = null
  id = ''
  /** What was said when a time was set; null: none is. */
  time: { readonly personId: string; readonly reasons: readonly WarningReason[] } | null = null
  /** What was seen earlier: decisions on it come too late. */
  seen: readonly SentenceStatus[] = []

  private constructor(desk: Desk, cast: Cast, done: Map<string, number>) {
    this.desk = desk
    this.cast = cast
    this.done = done
    this.versionBook = new VersionBook(desk.database)
  }

  static async begin(desk: Desk, done: Map<string, number>): Promise<World> {
    const world = new World(desk, await Cast.hire(desk), done)
    await world.#begin()
    return world
  }

  async #begin(): Promise<void> {
    const ada = this.cast.at(0)
    await this.setPolicy(1)
    for (const publicName of ['The contract', 'The minutes']) {
      const id = await this.desk.source(ada, { publicName })
      this.sources.push(id)
      this.ledger.names.set(id, publicName)
    }
    this.id = await this.desk.article(ada, 'It rained. They paid 412.\n\nThe mayor lied. So what?')
    this.#letters = new Letters(this.desk.database, this.id)
    await this.wrote(ada.id)
  }

  get letters(): Letters {
    if (!this.#letters) throw new Error('The article was not begun')
    return this.#letters
  }

  statuses(): Promise<readonly SentenceStatus[]> {
    return this.desk.statuses(this.cast.admin, this.id)
  }

  readonly count = (what: string): void => {
    this.done.set(what, (this.done.get(what) ?? 0) + 1)
  }

  /** Takes down who left the article as it is. */
  async wrote(...people: readonly string[]): Promise<void> {
    await this.letters.follow()
    this.ledger.wrote(people, await this.statuses(), (status) => this.letters.of(status))
  }

  /** What a person has open; opened on the article as it is. */
  async editorOf(person: Actor): Promise<Editor> {
    const known = this.#editors.get(person.id)
    if (known) return known
    const editor = new Editor(this.desk.database, this.id)
    await editor.hear()
    this.#editors.set(person.id, editor)
    return editor
  }

  /** Ends a person's tab, with what was not sent. */
  closeEditorOf(person: Actor): void {
    this.#editors.delete(person.id)
  }

  /** How many have to approve a sentence, unless its kind asks for more. */
  async setPolicy(everywhere: number): Promise<void> {
    const { context } = this.desk
    const rules = [{ kind: 'allegation' as const, section: null, approvers: 2 }]
    const { version } = must(await showPolicy(context, this.cast.admin))
    must(
      await changePolicy(context, this.cast.admin, { version, approvers: { everywhere, rules } }),
    )
    this.ledger.everywhere = everywhere
  }

  /** [REV3, REV9, VER8] No version is otherwise than it was, and no sentence is shown as approved but by those who approved just that. */
  async check(): Promise<void> {
    await this.versionBook.check(this.id)
    for (const status of await this.statuses()) {
      for (const { id } of status.approvals)
        expect(this.ledger.covers(id, status), 'approved on other words').toBe(true)
      const people = this.ledger.approversOf(status)
      if (status.isApproved)
        expect(people.size, 'approvers').toBeGreaterThanOrEqual(this.ledger.needed(status.kind))
      for (const { id } of status.openQueries)
        expect(this.ledger.questions.has(id), 'a question from nowhere').toBe(true)
    }
  }
}
