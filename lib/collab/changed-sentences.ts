import type * as Y from 'yjs'
import type { FoldedRow } from '#lib/domain/review/authorship.ts'
import { authorshipKeyOf } from '#lib/domain/review/authorship-key.ts'
import { extentOf } from '#lib/domain/review/extent.ts'
import { claimOf } from '#lib/domain/review/former-authors.ts'
import type { BareSentence } from '#lib/domain/review/traced-sentence.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import {
  type ArticleContent,
  NO_CONTENT,
  type SourcedSentence,
  sourcedSentencesOf,
} from '#lib/domain/sourcing/article-content.ts'
import { saysNothing } from '#lib/domain/sourcing/evidence.ts'
import { normaliseWords } from '#lib/domain/text/normalise.ts'
import type { FlatBlock } from '#lib/domain/text/read-flat.ts'
import { DocumentReader } from './document-reader.ts'
import { flatStretches } from './edit-document.ts'
import { proposedRuns, proposedWords, settledSpans } from './proposed-runs.ts'

interface Change extends Omit<FoldedRow, 'person'> {
  readonly annotations: ReadonlyMap<string, Annotation>
}

const ALL_KEPT = [{ oldAt: 0, newAt: 0, length: Number.POSITIVE_INFINITY }]

/** Reads the sentences of an article, change by change: as a rule one block of it is touched. */
export class ChangedSentences {
  readonly #articleId: string
  readonly #reader: DocumentReader
  #content: ArticleContent = NO_CONTENT
  #flat: readonly FlatBlock[] = []
  /** How many sentences each block has. */
  #counts: readonly number[] = []

  constructor(articleId: string, doc: Y.Doc) {
    this.#articleId = articleId
    this.#reader = new DocumentReader(doc)
  }

  /** What changed since the last call; null: nothing. */
  change(): Change | null {
    const [before, was] = [this.#content, this.#flat]
    const { content, flat } = this.#reader
    const kept = this.#reader.takeKept() ?? ALL_KEPT
    if (content === before) return null
    const { front, behind } = untouchedBlocks(before, content)
    const [old, now] = [
      was.slice(front, was.length - behind),
      flat.slice(front, flat.length - behind),
    ]
    const start = lengthOf(was.slice(0, front))
    const runs = proposedRuns(old, start)
    const sentences = this.#read(content, now, front, start)
    const counts = this.#counts
    const counted = now.map((_, at) => sentences.filter(({ block }) => block === at).length)
    const last = counts.length - behind
    this.#content = content
    this.#flat = flat
    this.#counts = [...counts.slice(0, front), ...counted, ...counts.slice(last)]
    return {
      kept,
      sentences: sentences.map(({ bare }) => bare),
      untouched: { front: sum(counts.slice(0, front)), behind: sum(counts.slice(last)) },
      shift: lengthOf(now) - lengthOf(old),
      proposed: proposedWords(runs),
      settled: settledSpans(runs, proposedRuns(now, start), kept),
      annotations: content.annotations,
    }
  }

  #read(content: ArticleContent, flat: readonly FlatBlock[], front: number, start: number) {
    const blocks = content.blocks.slice(front, front + flat.length)
    const starts: number[] = []
    let at = start
    for (const { length } of flat) {
      starts.push(at)
      at += length
    }
    return sourcedSentencesOf({ ...content, blocks }).map((sourced) => {
      const block = sourced.sentence.blockIndex
      return { block, bare: this.#bare(sourced, flat.slice(block, block + 1), starts[block] ?? 0) }
    })
  }

  #bare(sourced: SourcedSentence, block: readonly FlatBlock[], start: number): BareSentence {
    const { sentence, annotations } = sourced
    const { from, to } = sentence
    const stretches = flatStretches(block, { blockIndex: 0, from, to }).map((stretch) => ({
      from: start + stretch.start,
      to: start + stretch.end,
    }))
    return {
      from: stretches[0]?.from ?? start,
      to: stretches.at(-1)?.to ?? start,
      stretches,
      key: authorshipKeyOf(this.#articleId, sourced),
      words: wordsOf(sentence),
      extent: extentOf(sentence.text),
      claims: annotations.filter((annotation) => !saysNothing(annotation)).map(claimOf),
    }
  }
}

/** How many blocks at the beginning and at the end read as they did. An annotation may stand anywhere. */
function untouchedBlocks(before: ArticleContent, now: ArticleContent) {
  const isElsewhere = before.annotations !== now.annotations || before.meta.lang !== now.meta.lang
  const most = isElsewhere ? 0 : Math.min(before.blocks.length, now.blocks.length)
  let front = 0
  while (front < most && before.blocks[front] === now.blocks[front]) front++
  let behind = 0
  while (behind < most - front && before.blocks.at(-1 - behind) === now.blocks.at(-1 - behind))
    behind++
  return { front, behind }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
const lengthOf = (blocks: readonly FlatBlock[]) => sum(blocks.map(({ length }) => length))

type Sentence = SourcedSentence['sentence']

const known = new WeakMap<object, string>()

/** Words and links of a sentence, as a fingerprint has them. */
function wordsOf({ identity, text, links }: Sentence): string {
  const words = known.get(identity) ?? [normaliseWords(text), ...links].join('\n')
  known.set(identity, words)
  return words
}
