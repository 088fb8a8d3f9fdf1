import type {
  Version,
  VersionCapture,
  VersionCitation,
  VersionFigure,
  VersionSentence,
  VersionSource,
} from '#lib/domain/publication/version.ts'
import { CONFIDENCES } from '#lib/domain/sourcing/annotation.ts'
import type { CslFields } from '#lib/domain/sourcing/csl-fields.ts'
import { issuedWords, readName } from '#lib/domain/sourcing/csl-words.ts'
import { addressOfDoi } from '#lib/domain/sourcing/doi-isbn.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { layoutOf } from './block-groups.ts'
import { summaryLine } from './evidence-summary.ts'
import type { Format } from './format.ts'
import { pictureHref, usualSize } from './pictures.ts'
import { CHANGE_WORDS, CONFIDENCE_WORDS, changeText, DEFINITIONS, locatorWords } from './words.ts'

type Node = Readonly<Record<string, unknown>>

/** schema.org has no type for a person or an organisation as evidence: what they said is a work. */
const WORK_TYPES: Readonly<Record<SourceKind, string>> = {
  person: 'CreativeWork',
  document: 'DigitalDocument',
  dataset: 'Dataset',
  webPage: 'WebPage',
  outlet: 'CreativeWork',
  organisation: 'CreativeWork',
  recording: 'MediaObject',
  observation: 'CreativeWork',
  calculation: 'CreativeWork',
}

/** The article as a schema.org NewsArticle, each sentence that claims something as a Claim with its citations. */
export const jsonLd: Format<string> = {
  id: 'jsonld',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  label: 'JSON-LD',
  render: (version) =>
    `${JSON.stringify(articleNode(version, { url: null, publisher: '' }), null, 2)}\n`,
}

/** What the page knows and the version does not. */
export interface PageFacts {
  readonly url: string | null
  readonly publisher: string
}

/** For a script element: nothing in it can end the element or start another one [FMT2]. */
export function embeddedJsonLd(version: Version, facts: PageFacts): string {
  return JSON.stringify(articleNode(version, facts)).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function articleNode(version: Version, { url, publisher }: PageFacts): Node {
  const { standfirst } = layoutOf(version)
  const id = `urn:uuid:${version.articleId}`
  const corrections = [...version.history, version].flatMap(correctionNode)
  return compact({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': id,
    identifier: id,
    url,
    headline: version.headline,
    description: standfirst?.block.text ?? '',
    inLanguage: version.lang,
    articleSection: version.section,
    dateline: version.dateline,
    author: version.byline ? { '@type': 'Person', name: version.byline } : null,
    creditText: version.byline,
    publisher: publisher ? { '@type': 'NewsMediaOrganization', name: publisher } : null,
    datePublished: version.firstPublishedAt,
    dateModified: version.publishedAt,
    version: String(version.number),
    backstory: summaryLine(version),
    publishingPrinciples: principlesNode(),
    articleBody: version.blocks
      .filter(({ role }) => role !== 'headline')
      .map(({ text }) => text)
      .join('\n\n'),
    image: (version.figures ?? []).flatMap((figure) => imageNode(version, figure, url)),
    hasPart: version.sentences
      .filter(isClaim)
      .map((sentence, at) => claimNode(sentence, at + 1, id)),
    citation: version.sources.map(sourceNode),
    correction: corrections,
  })
}

/** What the newsroom does not call a fact is no claim of the article's. */
function isClaim({ kind, confidence }: VersionSentence): boolean {
  return confidence !== null || (kind !== null && kind !== 'exempt' && kind !== 'opinion')
}

function claimNode(sentence: VersionSentence, position: number, article: string): Node {
  const { id, text, confidence, publicNotes, citations } = sentence
  return compact({
    '@type': 'Claim',
    '@id': `#${id}`,
    position,
    text,
    description: confidence ? `${CONFIDENCE_WORDS[confidence]}: ${DEFINITIONS[confidence]}` : '',
    comment: publicNotes.map((note) => ({ '@type': 'Comment', text: note })),
    appearance: { '@id': article },
    citation: citations.map(citationNode),
  })
}

function citationNode({ source, relation, locator, quote }: VersionCitation): Node {
  return compact({
    '@type': 'CreativeWork',
    isPartOf: { '@id': sourceId(source) },
    description: relation,
    position: locator ? locatorWords(locator) : '',
    text: quote,
  })
}

function sourceNode(
  { kind, name, description, url, csl, capture }: VersionSource,
  at: number,
): Node {
  return compact({
    '@type': WORK_TYPES[kind],
    '@id': sourceId(at),
    position: at + 1,
    name,
    description,
    url: url === null ? null : safeHref(url),
    ...(csl && publicationOf(csl)),
    archivedAt: capture ? copyNode(capture) : null,
  })
}

function publicationOf(csl: CslFields): Node {
  const { author = [], publisher, DOI, ISBN } = csl
  const container = csl['container-title']
  const identifiers = Object.entries({ DOI, ISBN }).filter(([, value]) => value)
  return {
    author: author.flatMap((name) => {
      if ('literal' in name) return []
      const { family: familyName, given: givenName } = name
      return { '@type': 'Person', name: readName(name), familyName, givenName }
    }),
    // Of a name in one piece nobody said whether it is a person's or an organisation's, and an author is one of them.
    creditText: author.flatMap((name) => ('literal' in name ? name.literal : [])).join(', '),
    datePublished: issuedWords(csl),
    publisher: publisher ? { '@type': 'Organization', name: publisher } : null,
    isPartOf: container ? { '@type': 'CreativeWork', name: container } : null,
    identifier: identifiers.map(([propertyID, value]) => {
      return { '@type': 'PropertyValue', propertyID, value }
    }),
    sameAs: DOI ? addressOfDoi(DOI) : null,
  }
}

/** What stood there when it was cited, by its time and bytes. It has no page of its own: the dossier has it. */
function copyNode({ at, hash }: VersionCapture): Node {
  return {
    '@type': 'WebPage',
    dateCreated: at,
    identifier: { '@type': 'PropertyValue', propertyID: 'SHA-256', value: hash },
  }
}

function imageNode(version: Version, figure: VersionFigure, url: string | null): Node[] {
  const size = usualSize(figure)
  if (!size) return []
  const href = pictureHref(version, size)
  return [
    compact({
      '@type': 'ImageObject',
      contentUrl: url === null ? href : new URL(href, url).href,
      encodingFormat: figure.mediaType,
      width: size.width,
      height: size.height,
      description: figure.alt,
      creditText: figure.credit.name,
      sha256: size.hash,
    }),
  ]
}

function sourceId(at: number): string {
  return `#n${at + 1}`
}

function correctionNode(
  version: Pick<Version, 'change' | 'note' | 'correction' | 'publishedAt'>,
): Node[] {
  const { change, publishedAt } = version
  if (change === 'first' || change === 'update') return []
  const name = CHANGE_WORDS[change]
  return [
    {
      '@type': 'CorrectionComment',
      name,
      text: changeText(version) || name,
      datePublished: publishedAt,
    },
  ]
}

function principlesNode(): Node {
  const words = CONFIDENCES.map((word) => `${CONFIDENCE_WORDS[word]}: ${DEFINITIONS[word]}`)
  return {
    '@type': 'CreativeWork',
    name: 'What the words for confidence mean',
    text: words.join(' '),
  }
}

/** Without what has nothing to say: schema.org has no null. */
function compact(node: Node): Node {
  const said = (value: unknown) =>
    value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(node).filter(([, value]) => said(value)))
}
