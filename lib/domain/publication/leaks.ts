import { textOfCsl } from '#lib/domain/sourcing/csl-words.ts'
import {
  findProtected,
  type Place,
  type Protected,
  protectedWords,
} from '#lib/domain/sourcing/identity.ts'
import type { Blocker } from './gate.ts'
import type { Version } from './version.ts'

/** Words that readers would get, with where they stand. */
interface Said {
  readonly text: string
  readonly where: string
  /** Beside the text. */
  readonly place?: 'data'
  /** Index of the sentence that a place of the text is in; null: in none. */
  readonly sentence: (offset: number) => number | null
}

/**
 * What of a version holds something protected: every export is made of a version alone, so that what is not in it is in none
 * [CNF6]. Nothing that is returned repeats the words, or says whose they are.
 */
export function leaksOf(version: Version, hidden: Protected): readonly Blocker[] {
  const found = new Map<string, Blocker>()
  for (const said of saidIn(version)) {
    const place = findProtected(said.text, hidden)
    if (!place) continue
    const blocker = blockerOf(said, place, hidden)
    const key = `${blocker.sentence} ${said.where}`
    if (!found.has(key)) found.set(key, blocker)
  }
  return [...found.values()].sort((a, b) => (a.sentence ?? Infinity) - (b.sentence ?? Infinity))
}

/** The same of words for readers that are not in a version yet: why it is withdrawn, or taken down. */
export function leaksOfNote(note: string, hidden: Protected): readonly Blocker[] {
  const said = { text: note, where: 'the words for readers', sentence: () => null }
  const place = findProtected(note, hidden)
  return place ? [blockerOf(said, place, hidden)] : []
}

function blockerOf(
  { text, where, sentence, place }: Said,
  found: Place,
  hidden: Protected,
): Blocker {
  return {
    kind: 'leak',
    ...(place && { place }),
    sentence: sentence(found.from),
    text: shortened(text, hidden),
    message: `A protected name, address or number stands in ${where}: take it out. Whoever keeps the source’s identity knows which.`,
  }
}

/** As much as shows the first place, without anything protected. */
function shortened(text: string, hidden: Protected): string {
  const masked = maskedIn(text, hidden)
  const at = masked.indexOf(MASK)
  const [from, to] = [Math.max(0, at - CONTEXT), at + MASK.length + CONTEXT]
  return `${from > 0 ? '…' : ''}${masked.slice(from, to)}${to < masked.length ? '…' : ''}`
}

/** A text without anything protected. */
export function maskedIn(text: string, hidden: Protected): string {
  let masked = text
  // Words first, all of them: whether one is a name may depend on its neighbours.
  for (const { from, to } of protectedWords(text, hidden).toReversed())
    masked = masked.slice(0, from) + MASK + masked.slice(to)
  for (let place = findProtected(masked, hidden); place; place = findProtected(masked, hidden))
    masked = masked.slice(0, place.from) + MASK + masked.slice(place.to)
  return masked
}

const MASK = '[…]'
const CONTEXT = 40

function* saidIn(version: Version): Generator<Said> {
  const article = (where: string, text: string | null): Said => {
    return { text: text ?? '', where, sentence: () => null }
  }
  yield article('the note for readers', version.note)
  yield article('the headline', version.headline)
  const data = (where: string, text: string): Said => ({ ...article(where, text), place: 'data' })
  yield data('the byline', version.byline)
  yield data('the section', version.section)
  yield data('the dateline', version.dateline)
  // Addresses are written small, also the names in them.
  yield data(
    'the address of the page',
    version.slug.replace(/-/g, ' ').replace(/(?<!\S)\p{Ll}/gu, (first) => first.toUpperCase()),
  )
  for (const { correction } of [version, ...version.history])
    yield article(
      'what readers are told of a correction',
      correction ? `${correction.wrong}\n${correction.right}` : null,
    )
  for (const { note } of version.history) yield article('the note of an earlier version', note)
  for (const { overrides = [] } of [version, ...version.history])
    for (const { reason } of overrides)
      yield article('a reason for publishing all the same', reason)
  yield* sentencesOf(version)
  yield* blocksOf(version)
  for (const { alt, credit } of version.figures ?? []) {
    yield article('the words for a picture', alt)
    yield article('the credit of a picture', `${credit.name} ${readable(credit.url)}`)
  }
  for (const { name, description, url, csl } of version.sources) {
    const words = [name, description, readable(url), textOfCsl(csl)].join('\n')
    yield article('what readers are told of a source', words)
  }
}

function* sentencesOf({ sentences }: Version): Generator<Said> {
  for (const [index, { text, publicNotes, citations }] of sentences.entries()) {
    const sentence = () => index
    yield { text, where: 'the sentence', sentence }
    for (const note of publicNotes) yield { text: note, where: 'its public note', sentence }
    for (const { quote, locator } of citations) {
      yield { text: quote, where: 'a passage that it quotes', sentence }
      yield { text: locator?.value ?? '', where: 'a locator', sentence }
    }
  }
}

/** A name may stand across two sentences, and in an address behind the words. */
function* blocksOf({ blocks, sentences }: Version): Generator<Said> {
  for (const [block, { text, formats }] of blocks.entries()) {
    const sentence = (offset: number) => {
      const at = sentences.findIndex(
        (one) => one.block === block && one.from <= offset && offset < one.to,
      )
      return at < 0 ? null : at
    }
    yield { text, where: 'the sentence', sentence }
    for (const { from, href } of formats) {
      const where = 'the address of a link'
      if (href) yield { text: readable(href), where, sentence: () => sentence(from) }
    }
  }
}

/** An address as people read it: what is escaped in it is a letter too. */
function readable(url: string | null): string {
  if (!url) return ''
  const parted = url.replace(/[-_+/]/g, ' ')
  try {
    return `${url} ${decodeURIComponent(parted)}`
  } catch {
    return `${url} ${parted}`
  }
}
