import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { saysNothing } from '#lib/domain/sourcing/evidence.ts'
import { canonicalJson } from '#lib/domain/sourcing/fingerprint.ts'
import { type Authors, NOBODY, unite } from './author-runs.ts'

/** What an annotation says to readers and reviewers. */
export interface Claim {
  readonly id: string
  readonly says: string
}

const known = new WeakMap<Annotation, Claim>()

export function claimOf(annotation: Annotation): Claim {
  const { note: _note, sourcedText: _words, ...said } = annotation
  const claim = known.get(annotation) ?? { id: annotation.id, says: canonicalJson(said) }
  known.set(annotation, claim)
  return claim
}

type Records = ReadonlyMap<string, Annotation>

/**
 * Who wrote what may come back, since it was last approved: words by what they say, an annotation by its id, also while its
 * words are gone, and by what it said once [AUT3].
 */
export class FormerAuthors {
  readonly #words = new Map<string, Authors>()
  readonly #annotations = new Map<string, Authors>()
  readonly #said = new Map<string, Authors>()
  #records: Records = new Map()

  /** Null: they never stood, as far as it was kept. */
  ofWords(words: string): Authors | null {
    return this.#words.get(words) ?? null
  }

  ofAnnotation(id: string): Authors {
    return this.#annotations.get(id) ?? NOBODY
  }

  keepWords(words: string, authors: Authors) {
    add(this.#words, words, authors)
  }

  /** Follows the records of the article: whoever changed one is its author, with those of what it says again. */
  follow(records: Records, person: Authors) {
    if (records === this.#records) return
    for (const id of new Set([...this.#records.keys(), ...records.keys()]))
      this.#followOne(this.#records.get(id), records.get(id), person)
    this.#records = records
  }

  #followOne(before: Annotation | undefined, now: Annotation | undefined, person: Authors) {
    if (before === now) return
    const [was, is] = [sayingOf(before), sayingOf(now)]
    const id = now?.id ?? before?.id
    if (was === is || id === undefined) return
    if (was !== undefined) add(this.#said, was, this.ofAnnotation(id))
    if (is === undefined) return
    const copied = now?.derivedFrom ? this.ofAnnotation(now.derivedFrom) : NOBODY
    add(this.#annotations, id, unite(person, copied, this.#said.get(is) ?? NOBODY))
  }

  /** What was approved has been checked. */
  clear(words: string, claims: readonly Claim[]) {
    this.#words.delete(words)
    for (const { id, says } of claims) {
      this.#annotations.delete(id)
      this.#said.delete(says)
    }
  }
}

function sayingOf(annotation: Annotation | undefined): string | undefined {
  return annotation && !saysNothing(annotation) ? claimOf(annotation).says : undefined
}

function add(map: Map<string, Authors>, key: string, authors: Authors) {
  map.set(key, unite(map.get(key) ?? NOBODY, authors))
}
