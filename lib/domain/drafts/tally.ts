import type { Changes } from '#lib/domain/text/document-file.ts'
import type { ImportReport, NotTaken } from './draft.ts'

/** Counts, while a document is read, what its report will say. */
export class Tally {
  readonly choice: Changes
  readonly notTaken: Partial<Record<NotTaken, number>> = {}
  insertions = 0
  deletions = 0
  formatting = 0
  /** Of these, what was to be suggested and cannot be: it is accepted. */
  settled = 0

  constructor(choice: Changes) {
    this.choice = choice
  }

  leave(what: NotTaken, count = 1) {
    if (count) this.notTaken[what] = (this.notTaken[what] ?? 0) + count
  }

  /** `by`: of each suggestion that is made, who made it as the document says. */
  changes(by: readonly string[]): ImportReport['changes'] {
    const { choice, insertions, deletions, formatting, settled } = this
    const names = [...Map.groupBy(by.filter(Boolean), (name) => name)]
    const suggesters = names.map(([name, { length }]) => ({ name, suggestions: length }))
    const counted = { choice, insertions, deletions, formatting, settled }
    return { ...counted, suggestions: by.length, suggesters }
  }
}
