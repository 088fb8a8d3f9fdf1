import type { Version, VersionCitation, VersionSentence } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { hasNote } from './evidence-summary.ts'
import type { Format } from './format.ts'
import { jsonText } from './json-text.ts'
import { blockOffsets, plainText } from './plain.ts'
import { whole } from './runs.ts'
import { addressOf, NOWHERE, type Site, sentencePath, versionPath } from './site.ts'
import { CONFIDENCE_WORDS, DEFINITIONS, locatorWords } from './words.ts'

type Node = Readonly<Record<string, unknown>>

/** The evidence of each sentence as a W3C Web Annotation on the plain text of the version [FMT14]. */
export const webAnnotation: Format<string> = {
  id: 'annotations',
  mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
  extension: 'anno.jsonld',
  label: 'Web annotations',
  render: (version, site = NOWHERE) => jsonText(collectionOf(version, site)),
}

function collectionOf(version: Version, site: Site): Node {
  const address = addressOf(site, `${versionPath(version)}/annotations`)
  const items = annotationsOf(version, site)
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: address,
    type: 'AnnotationCollection',
    label: `Sources and confidence of “${version.headline}”, version ${version.number}`,
    total: items.length,
    first: {
      id: `${address}#page-1`,
      type: 'AnnotationPage',
      partOf: address,
      startIndex: 0,
      items,
    },
  }
}

/** Sentences of a block that does not exist have no place: none of our versions has one. */
function annotationsOf(version: Version, site: Site): readonly Node[] {
  const words = plainText(version)
  const starts = blockOffsets(version)
  const points = new CodePoints(words)
  return version.sentences.filter(isAnnotated).flatMap((sentence) => {
    const start = starts[sentence.block]
    if (start === undefined) return []
    const span = [start + sentence.from, start + sentence.to] as const
    const target = {
      source: addressOf(site, `${versionPath(version)}/plain`),
      selector: selectorsOf(words, points, span),
    }
    return [annotationOf(version, sentence, target, site)]
  })
}

function isAnnotated(sentence: VersionSentence): boolean {
  return sentence.kind !== null || hasNote(sentence)
}

function annotationOf(version: Version, sentence: VersionSentence, target: Node, site: Site): Node {
  const { id, kind, confidence, publicNotes, citations } = sentence
  const text = (purpose: string, value: string) => ({
    type: 'TextualBody',
    purpose,
    format: 'text/plain',
    value: value,
  })
  return {
    id: addressOf(site, sentencePath(version, id)),
    type: 'Annotation',
    motivation: ['classifying', ...(citations.length ? ['linking'] : [])],
    created: version.publishedAt,
    body: [
      ...(kind ? [text('tagging', kind)] : []),
      ...(confidence
        ? [text('classifying', `${CONFIDENCE_WORDS[confidence]}: ${DEFINITIONS[confidence]}`)]
        : []),
      ...publicNotes.map((note) => text('commenting', note)),
      ...citations.flatMap((citation) => [
        text('describing', citationWords(version, citation)),
        workOf(version, citation, site),
      ]),
    ],
    target,
  }
}

/** `[3] Deck log, page 14 (contradicts): “…”`: what no selector can say. */
function citationWords(version: Version, citation: VersionCitation): string {
  const { source, relation, locator, quote } = citation
  const where = locator ? `, ${locatorWords(locator)}` : ''
  const name = version.sources[source]?.name ?? ''
  return `[${source + 1}] ${name}${where} (${relation})${quote ? `: “${quote}”` : ''}`
}

/** The source itself where it has an address, else its note on the page; the passage as a selector in it. */
function workOf(version: Version, { source, quote }: VersionCitation, site: Site): Node {
  const { url, capture } = version.sources[source] ?? {}
  const href = url ? safeHref(url) : null
  const exact = quote
  return {
    type: 'SpecificResource',
    purpose: 'linking',
    source: href ?? addressOf(site, `${versionPath(version)}#n${source + 1}`),
    ...(exact && { selector: { type: 'TextQuoteSelector', exact } }),
    // Of the time at which a copy was made: what stands there now may be something else.
    ...(href && capture && { state: { type: 'TimeState', sourceDate: capture.at } }),
  }
}

/** Long enough to tell a sentence from one with the same words, short enough to be read. */
const AROUND = 32

function selectorsOf(words: string, points: CodePoints, [from, to]: readonly [number, number]) {
  return [
    {
      type: 'TextQuoteSelector',
      exact: words.slice(from, to),
      prefix: words.slice(whole(words, Math.max(0, from - AROUND)), from),
      suffix: words.slice(to, whole(words, to + AROUND)),
    },
    { type: 'TextPositionSelector', start: points.at(from), end: points.at(to) },
  ]
}

/** The standard counts code points where strings count UTF-16 units. Offsets are asked for in rising order, mostly. */
class CodePoints {
  readonly #words: string
  #unit = 0
  #point = 0

  constructor(words: string) {
    this.#words = words
  }

  at(unit: number): number {
    if (unit < this.#unit) {
      this.#unit = 0
      this.#point = 0
    }
    while (this.#unit < unit) {
      this.#unit += (this.#words.codePointAt(this.#unit) ?? 0) > 0xffff ? 2 : 1
      this.#point++
    }
    return this.#point
  }
}
