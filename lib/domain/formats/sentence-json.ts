import type { Version, VersionCitation } from '#lib/domain/publication/version.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { jsonText } from './json-text.ts'
import { recordHash } from './record-hash.ts'
import { addressOf, type Site, sentencePath, urnOf, versionPath } from './site.ts'
import { CONFIDENCE_WORDS, DEFINITIONS } from './words.ts'

/** One sentence with its evidence and where it stands, for other programs; null when this version has none of this id [FMT20]. */
export function sentenceJson(version: Version, id: string, site: Site): string | null {
  const at = version.sentences.findIndex((sentence) => sentence.id === id)
  const sentence = version.sentences[at]
  if (!sentence) return null
  const { text, kind, confidence, publicNotes, citations, fingerprint, block } = sentence
  return jsonText({
    id,
    text,
    kind,
    confidence: confidence && {
      word: CONFIDENCE_WORDS[confidence],
      means: DEFINITIONS[confidence],
    },
    notes: publicNotes,
    citations: citations.map((citation) => citationOf(version, citation)),
    fingerprint,
    position: at + 1,
    role: version.blocks[block]?.role ?? null,
    address: addressOf(site, sentencePath(version, id)),
    page: addressOf(site, `${versionPath(version)}#${encodeURIComponent(id)}`),
    article: {
      id: urnOf(version),
      headline: version.headline,
      lang: version.lang,
      version: version.number,
      publishedAt: version.publishedAt,
      sha256: recordHash(version),
      record: addressOf(site, `${versionPath(version)}/json`),
    },
  })
}

function citationOf(version: Version, { source: at, relation, locator, quote }: VersionCitation) {
  const source = version.sources[at]
  return {
    number: at + 1,
    relation,
    locator,
    quote,
    source: source && {
      name: source.name,
      kind: source.kind,
      description: source.description,
      url: source.url === null ? null : safeHref(source.url),
      ...(source.capture && { copy: { at: source.capture.at, sha256: source.capture.hash } }),
    },
  }
}
