import type { Version, VersionFigure, VersionSource } from '#lib/domain/publication/version.ts'
import type { SourceKind } from '#lib/domain/sourcing/source.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import { layoutOf } from './block-groups.ts'
import { summaryLine, usesOf } from './evidence-summary.ts'
import type { Format } from './format.ts'
import { jsonText } from './json-text.ts'
import { langOf } from './language.ts'
import { pictureHref } from './pictures.ts'
import { plainText } from './plain.ts'
import { copyLine } from './publication-words.ts'
import { recordHash } from './record-hash.ts'
import { addressOf, NOWHERE, type Site, urnOf, versionPath } from './site.ts'
import { changeText } from './words.ts'
import { xhtmlOf } from './xhtml.ts'

type Node = Readonly<Record<string, unknown>>

/** For agencies and other newsrooms: IPTC ninjs 3.1, an association for each source [FMT15]. */
export const ninjs: Format<string> = {
  id: 'ninjs',
  mediaType: 'application/json',
  extension: 'ninjs.json',
  label: 'News agency format (ninjs)',
  render: (version, site = NOWHERE) => jsonText(itemOf(version, site)),
}

function itemOf(version: Version, site: Site): Node {
  return said({
    ...identityOf(version),
    ...wordsOf(version, site),
    infoSources: version.sources.map(({ name, kind }) => said({ name, role: kind })),
    associations: [
      ...version.sources.map((source, at) => sourceOf(version, source, at)),
      ...(version.figures ?? []).map((figure) => pictureOf(version, figure, site)),
      annotationsOf(version, site),
    ],
    trustIndicators: trustOf(version, site),
  })
}

function identityOf(version: Version): Node {
  return {
    uri: urnOf(version),
    standard: {
      name: 'ninjs',
      version: '3.1',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#',
    },
    type: 'text',
    representationType: 'full',
    version: String(version.number),
    firstCreated: version.firstPublishedAt,
    versionCreated: version.publishedAt,
    pubStatus: version.change === 'retraction' ? 'canceled' : 'usable',
    language: langOf(version.lang),
    altIds: [{ role: 'sha256', value: recordHash(version) }],
  }
}

function wordsOf(version: Version, site: Site): Node {
  const { standfirst } = layoutOf(version)
  const words = plainText(version)
  return {
    title: version.headline,
    slugline: version.slug,
    by: version.byline,
    located: version.dateline,
    edNote: changeText(version),
    headlines: [{ role: 'main', contentType: 'text/plain', value: version.headline }],
    descriptions: [
      ...(standfirst ? [{ role: 'standfirst', value: standfirst.block.text }] : []),
      { role: 'evidence', contentType: 'text/plain', value: summaryLine(version) },
    ],
    subjects: version.section ? [{ name: version.section, rel: 'section' }] : [],
    bodies: [
      { role: 'main', contentType: 'application/xhtml+xml', value: xhtmlOf(version, site) },
      {
        role: 'plain',
        contentType: 'text/plain',
        charCount: words.length,
        wordCount: words.split(/\s+/).filter(Boolean).length,
        value: words,
      },
    ],
  }
}

const TYPES: Readonly<Record<SourceKind, string>> = {
  person: 'component',
  document: 'text',
  dataset: 'component',
  webPage: 'text',
  outlet: 'component',
  organisation: 'component',
  recording: 'audio',
  observation: 'component',
  calculation: 'component',
}

/** Its number is its place; which sentences it stands behind is said by their ids. */
function sourceOf(version: Version, source: VersionSource, at: number): Node {
  const { kind, name, description, url } = source
  const href = url === null ? null : safeHref(url)
  const uses = usesOf(version, at).map(({ id }) => id)
  return said({
    name,
    rel: 'source',
    uri: urnOf(version, `n${at + 1}`),
    type: TYPES[kind],
    title: name,
    descriptions: [
      { role: 'description', value: description },
      { role: 'kind', value: kind },
      { role: 'copy', value: copyLine(source) },
      { role: 'sentences', value: uses.join(' ') },
    ].filter(({ value }) => value.trim()),
    renditions: href && isUri(href) ? [{ name: 'web', href }] : [],
  })
}

function pictureOf(version: Version, figure: VersionFigure, site: Site): Node {
  const renditions = figure.sizes.map((size) => {
    const { width, height, bytes, hash } = size
    const href = site.base === null ? null : addressOf(site, pictureHref(version, size))
    const kind = { contentType: figure.mediaType, width, height, sizeInBytes: bytes }
    return said({ name: hash, href, ...kind })
  })
  return said({
    name: figure.alt || 'Picture',
    rel: 'picture',
    uri: urnOf(version, `figure-${figure.id}`),
    type: 'picture',
    by: figure.credit.name,
    descriptions: figure.alt ? [{ role: 'alt', value: figure.alt }] : [],
    renditions,
  })
}

/** The evidence of each sentence, as its own document. Its address can be said only where the site has one. */
function annotationsOf(version: Version, site: Site): Node {
  const href = site.base === null ? null : addressOf(site, `${versionPath(version)}/annotations`)
  return said({
    name: 'Sources and confidence of each sentence (W3C Web Annotation)',
    rel: 'annotations',
    uri: urnOf(version, `v${version.number}/annotations`),
    type: 'component',
    renditions: href ? [{ name: 'annotations', href, contentType: 'application/ld+json' }] : [],
  })
}

/** Where the page answers what a reader may ask of whoever tells this. */
function trustOf(version: Version, site: Site): readonly Node[] {
  if (site.base === null) return []
  const at = (part: string) => addressOf(site, `${versionPath(version)}#${part}`)
  return [
    { title: 'Sources', href: at('sources') },
    { title: 'How we reported this', href: at('how') },
    { title: 'What changed', href: at('changed') },
  ]
}

/** What the schema takes for a URI: a link may be one for browsers and none for it. */
function isUri(href: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i.test(href)
}

/** Without what has nothing to say. */
function said(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).filter(
      ([, value]) =>
        value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
