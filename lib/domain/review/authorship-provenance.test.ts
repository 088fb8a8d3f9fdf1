import fc from 'fast-check'
import { expect, it } from 'vitest'
import { said, Writing } from '#lib/testing/writing.ts'
import { namesOf } from './author-runs.ts'

type Origin = ReadonlySet<string>
const NOBODY: Origin = new Set()
const both = (...all: readonly Origin[]): Origin => new Set(all.flatMap((one) => [...one]))

/** Words that were taken away, with who wrote each character since it was last approved. */
interface Clip {
  readonly words: string
  readonly origins: readonly Origin[]
}

/** An article of which it is known where each character comes from, also one that was cut and pasted. */
class Traced {
  readonly writing = new Writing()
  origins: Origin[] = []
  clips: Clip[] = []
  #words = 0

  freshWord() {
    this.#words += 1
    return `w${this.#words}x`
  }

  put(person: string, at: number, { words, origins }: Clip) {
    this.writing.row(person, at, 0, words)
    const own = new Set([person])
    this.origins.splice(at, 0, ...origins.map((origin) => both(origin, own)))
  }

  write(person: string, at: number, words: string) {
    this.put(person, at, { words, origins: [...words].map(() => NOBODY) })
  }

  /** What is left of the sentence has its remover as author: on the character in front. */
  take(person: string, from: number, length: number, isWhole: boolean): Clip {
    const words = said(this.writing.text).slice(from, from + length)
    this.writing.row(person, from, length, '')
    const origins = this.origins.splice(from, length)
    if (!isWhole) this.origins[from - 1] = both(this.origins[from - 1] ?? NOBODY, new Set([person]))
    return { words, origins }
  }

  approve(words: string) {
    this.writing.approve(words)
    for (const { from, to } of this.writing.written.sentences.filter((one) => one.words === words))
      this.origins.fill(NOBODY, from, to)
    this.clips = this.clips.map((clip) =>
      clip.words === words ? { words, origins: clip.origins.map(() => NOBODY) } : clip,
    )
  }
}

const step = fc.record({
  does: fc.constantFrom('begin', 'insert', 'drop', 'undo', 'cut', 'copy', 'paste', 'approve'),
  person: fc.constantFrom('ada', 'ben', 'cy'),
  nth: fc.nat(20),
})

it('[AUT3] words have whoever wrote them among their authors, cut, copied, pasted and undone by whomever', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      const traced = new Traced()
      let dropped: { readonly at: number; readonly clip: Clip } | null = null
      for (const { does, person, nth } of steps) {
        const { sentences } = traced.writing.written
        const one = sentences[nth % Math.max(1, sentences.length)]
        const kept = dropped
        dropped = null
        if (does === 'begin')
          traced.write(
            person,
            traced.writing.text.length,
            `${traced.freshWord()} ${traced.freshWord()}. `,
          )
        else if (does === 'paste' && traced.clips.length) {
          const clip = traced.clips[nth % traced.clips.length] as Clip
          const at = one?.from ?? 0
          traced.put(person, at, { words: `${clip.words} `, origins: [...clip.origins, NOBODY] })
        } else if (does === 'undo' && kept) traced.put(person, kept.at, kept.clip)
        else if (!one) continue
        else if (does === 'insert') traced.write(person, one.to - 1, ` ${traced.freshWord()}`)
        else if (does === 'drop') {
          const at = one.words.lastIndexOf(' ')
          const length = one.words.length - 1 - at
          // A single word alone tells nothing.
          if (at > one.words.indexOf(' '))
            dropped = { at: one.from + at, clip: traced.take(person, one.from + at, length, false) }
        } else if (does === 'copy' || does === 'cut') {
          const origins = traced.origins.slice(one.from, one.to)
          traced.clips.push({ words: one.words, origins })
          if (does === 'cut') traced.take(person, one.from, one.to - one.from, true)
        } else if (does === 'approve') traced.approve(one.words)
        for (const { from, to, authors } of traced.writing.written.sentences) {
          const due = [...both(...traced.origins.slice(from, to))].sort()
          expect(namesOf(authors)).toEqual(expect.arrayContaining(due))
        }
      }
    }),
    { numRuns: 1000 },
  )
})
