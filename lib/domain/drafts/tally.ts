import type { Changes } from '#lib/domain/text/document-file.ts'
import type { ImportReport, NotTaken } from './draft.ts'

/** Counts, while a document is read, what its report will say. */
export class Tally {
  readonly choice: Changes
  readonly notTaken: Partial<Record<NotTaken, number>> = {}
  insertions = 0
  deletions = 0
  formatting = 0

  constructor(choice: Changes) {
    this.choice = choice
  }

  leave(what: NotTaken, count = 1) {
    if (count) this.notTaken[what] = (this.notTaken[what] ?? 0) + count
  }

  get changes(): ImportReport['changes'] {
    const { choice, insertions, deletions, formatting } = this
    return { choice, insertions, deletions, formatting }
  }
}
