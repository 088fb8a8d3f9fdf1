import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { placedIn } from '#lib/domain/sourcing/orphans.ts'
import type { Block } from '#lib/domain/text/article-text.ts'

type Annotations = ReadonlyMap<string, Annotation>

/**
 * Reads over records that say nothing and stand nowhere: what was taken off stays in the map as such a one [ANN11]. On words
 * it is what a question hangs on.
 */
export class StandingRecords {
  readonly #blank = new Set<string>()
  #last: { readonly of: Annotations; readonly gone: string; readonly read: Annotations } | null =
    null

  note(id: string, isBlank: boolean) {
    if (isBlank) this.#blank.add(id)
    else this.#blank.delete(id)
  }

  /** The same object until something changes. */
  of(annotations: Annotations, blocks: readonly Block[]): Annotations {
    if (!this.#blank.size) return annotations
    const placed = placedIn(blocks)
    const gone = [...this.#blank].filter((id) => !placed.has(id))
    const name = gone.join(' ')
    if (this.#last?.of !== annotations || this.#last.gone !== name) {
      const read = new Map(annotations)
      for (const id of gone) read.delete(id)
      this.#last = { of: annotations, gone: name, read }
    }
    return this.#last.read
  }
}
