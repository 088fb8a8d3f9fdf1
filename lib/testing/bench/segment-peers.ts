import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import compromise from 'compromise/one'
// @ts-expect-error the package has no types
import sbd from 'sbd'
import { split } from 'sentence-splitter'
import initSentencex, { segment as sentencex } from 'sentencex-wasm'

/** A segmenter: sentences as [start, end), in UTF-16 offsets. */
export type Segment = (text: string, lang: string) => readonly (readonly [number, number])[]

/** Sentences that are given as texts, in the order in which they stand; one that was altered on the way is passed over. */
function found(text: string, sentences: Iterable<string>): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = []
  let from = 0
  for (const sentence of sentences) {
    const words = sentence.trim()
    const at = words ? text.indexOf(words, from) : -1
    if (at < 0) continue
    from = at + words.length
    spans.push([at, from])
  }
  return spans
}

const engines = new Map<string, Intl.Segmenter>()

function intl(text: string, lang: string) {
  const engine = engines.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' })
  engines.set(lang, engine)
  return found(
    text,
    Array.from(engine.segment(text), (part) => part.segment),
  )
}

function splitter(text: string) {
  return split(text)
    .filter((node) => node.type === 'Sentence')
    .map(({ range: [from, to] }) => [from, to] as const)
}

/** Every library that we measure ourselves against, ready to run. */
export async function segmentPeers(): Promise<Readonly<Record<string, Segment>>> {
  const wasm = createRequire(import.meta.url).resolve('sentencex-wasm/sentencex_wasm_bg.wasm')
  await initSentencex({ module_or_path: readFileSync(wasm) })
  return {
    'Intl.Segmenter': intl,
    'sentencex-wasm': (text, lang) => found(text, sentencex(lang, text) as string[]),
    sbd: (text) => found(text, sbd.sentences(text) as string[]),
    compromise: (text) => found(text, compromise(text).out('array') as string[]),
    'sentence-splitter': splitter,
  }
}
