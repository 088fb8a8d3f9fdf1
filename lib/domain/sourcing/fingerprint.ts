import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { normaliseWords } from '#lib/domain/text/normalise.ts'
import type { FindSource, SourcedSentence } from './article-content.ts'

/**
 * What an approval is bound to: SHA-256, as hex, over the canonical JSON (RFC 8785) of the article's id, the ids of the
 * sentence's annotations, its normalised words, its link targets, what its annotations say (all but `note` and
 * `sourcedText`) and the public revision of each cited source [FPR1]. Bold and italic are not in it.
 */
export function fingerprintOf(
  articleId: string,
  { sentence, annotations }: SourcedSentence,
  findSource: FindSource,
): string {
  const said = annotations.map(({ note: _note, sourcedText: _words, citations, ...rest }) => ({
    ...rest,
    citations: citations.map((citation) => ({
      ...citation,
      revision: findSource(citation.sourceId)?.publicRevision ?? null,
    })),
  }))
  return hashOf({
    article: articleId,
    annotationIds: annotations.map(({ id }) => id),
    text: normaliseWords(sentence.text),
    links: sentence.links,
    annotations: said,
  })
}

/** SHA-256 of the canonical JSON of a value, as lower-case hex. */
export function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))))
}

/** RFC 8785. Throws for what JSON cannot say. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(wellFormed(value))
  if (text === undefined) throw new Error('A value without a JSON form cannot be hashed')
  return text
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (value && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.toWellFormed(), wellFormed(item)]),
    )
  }
  return value
}
