import type { Version, VersionCapture, VersionSource } from '#lib/domain/publication/version.ts'
import type { CslFields } from '#lib/domain/sourcing/csl-fields.ts'
import { issuedWords, readName } from '#lib/domain/sourcing/csl-words.ts'
import { safeHref } from '#lib/domain/text/safe-href.ts'
import type { Format } from './format.ts'
import { jsonText } from './json-text.ts'
import { PROV_CONTEXT } from './prov-context.ts'
import { recordHash } from './record-hash.ts'
import { addressOf, NOWHERE, type Site, urnOf, versionPath } from './site.ts'
import { CHANGE_WORDS, CONFIDENCE_WORDS, changeText, locatorWords } from './words.ts'

type Node = Readonly<Record<string, unknown>>

/** Who derived what from what, and when: versions, sentences and sources as PROV-JSONLD [FMT18]. */
export const prov: Format<string> = {
  id: 'prov',
  mediaType: 'application/ld+json',
  extension: 'prov.jsonld',
  label: 'Provenance (PROV)',
  render: (version, site = NOWHERE) => {
    const graph = [
      ...peopleOf(version, site),
      ...version.sources.map((source, at) => sourceOf(version, source, at)),
      ...versionsOf(version, site),
      ...sentencesOf(version),
    ]
    return jsonText({ '@context': PROV_CONTEXT, '@graph': graph })
  },
}

/** Who wrote it, as readers are told, and who published it. People who only checked are not named in a version. */
function peopleOf(version: Version, site: Site): readonly Node[] {
  const { byline } = version
  const author = byline.trim() && {
    '@type': 'Agent',
    '@id': urnOf(version, 'byline'),
    type: ['prov:Person'],
    label: words(byline),
  }
  const newsroom = {
    '@type': 'Agent',
    '@id': urnOf(version, 'newsroom'),
    type: ['prov:Organization'],
    label: words(site.newspaper.trim() || 'The newsroom'),
  }
  return author ? [newsroom, author] : [newsroom]
}

function sourceOf(version: Version, source: VersionSource, at: number): Node {
  const { kind, name, description, url, csl, capture } = source
  const href = url === null ? null : safeHref(url)
  return {
    '@type': 'Entity',
    '@id': urnOf(version, `n${at + 1}`),
    label: words(name),
    'dcterms:type': words(kind),
    ...(description.trim() && { 'dcterms:description': words(description) }),
    ...(href && { location: [{ '@id': href }] }),
    ...(csl && publishedAs(csl)),
    ...(capture && { 'dcterms:hasVersion': [copyOf(version, capture, at)] }),
  }
}

/** What stood there when it was cited, by its time and bytes. */
function copyOf(version: Version, { at, hash }: VersionCapture, place: number): Node {
  return {
    '@type': 'Entity',
    '@id': urnOf(version, `n${place + 1}/copy`),
    'dcterms:created': words(at),
    'dcterms:identifier': words(`sha256:${hash}`),
  }
}

/** By whom, where and when it was published, in terms of Dublin Core. */
function publishedAs(csl: CslFields): Node {
  const { author = [], publisher, DOI, ISBN } = csl
  const container = csl['container-title']
  const issued = issuedWords(csl)
  const identifiers = [DOI && `doi:${DOI}`, ISBN && `urn:isbn:${ISBN}`].filter(Boolean)
  return {
    ...(author.length && {
      'dcterms:creator': author.map((name) => ({ '@value': readName(name) })),
    }),
    ...(publisher && { 'dcterms:publisher': words(publisher) }),
    ...(container && { 'dcterms:isPartOf': words(container) }),
    ...(issued && { 'dcterms:issued': words(issued) }),
    ...(identifiers.length && {
      'dcterms:identifier': identifiers.map((value) => ({ '@value': value })),
    }),
  }
}

/** Each version is what one publication made, and a revision of the one before; the last one used the sources. */
function versionsOf(version: Version, site: Site): readonly Node[] {
  const refs = [...version.history, { ...version, hash: recordHash(version) }]
  const made = refs.flatMap(({ number, change, publishedAt, hash, ...ref }, at): Node[] => {
    const said = changeText(ref).trim()
    const entity = urnOf(version, `v${number}`)
    const activity = urnOf(version, `publication-${number}`)
    const before = refs[at - 1]
    const page = addressOf(site, versionPath({ slug: version.slug, number }))
    const revision = before && {
      '@type': 'Derivation',
      generatedEntity: entity,
      usedEntity: urnOf(version, `v${before.number}`),
      activity,
      type: ['prov:Revision'],
    }
    return [
      {
        '@type': 'Entity',
        '@id': entity,
        label: words(`Version ${number}`),
        'dcterms:identifier': words(`sha256:${hash}`),
        ...(site.base !== null && { location: [{ '@id': page }] }),
      },
      {
        '@type': 'Activity',
        '@id': activity,
        endTime: publishedAt,
        label: words(said ? `${CHANGE_WORDS[change]}: ${said}` : CHANGE_WORDS[change]),
      },
      { '@type': 'Generation', entity, activity, time: publishedAt },
      { '@type': 'Association', activity, agent: urnOf(version, 'newsroom') },
      ...(revision ? [revision] : []),
    ]
  })
  return [...made, ...lastOf(version)]
}

function lastOf(version: Version): readonly Node[] {
  const entity = urnOf(version, `v${version.number}`)
  const activity = urnOf(version, `publication-${version.number}`)
  const used = version.sources.map((_, at) => ({
    '@type': 'Usage',
    activity,
    entity: urnOf(version, `n${at + 1}`),
  }))
  if (!version.byline.trim()) return used
  return [...used, { '@type': 'Attribution', entity, agent: urnOf(version, 'byline') }]
}

/** A sentence is a part of its version and comes from what it cites. What contradicts it says so. */
function sentencesOf(version: Version): readonly Node[] {
  return version.sentences.flatMap(({ id, text, confidence, fingerprint, citations }) => {
    const sentence = urnOf(version, `v${version.number}/${id}`)
    const entity = {
      '@type': 'Entity',
      '@id': sentence,
      value: [{ '@value': text }],
      ...(confidence && { label: words(CONFIDENCE_WORDS[confidence]) }),
      'dcterms:identifier': words(`sha256:${fingerprint}`),
      'dcterms:isPartOf': [{ '@id': urnOf(version, `v${version.number}`) }],
    }
    const derived = citations.map(({ source, relation, locator, quote }) => ({
      '@type': 'Derivation',
      generatedEntity: sentence,
      usedEntity: urnOf(version, `n${source + 1}`),
      ...(relation === 'supports' && quote.trim() && { type: ['prov:PrimarySource'] }),
      label: words(locator ? `${relation}, ${locatorWords(locator)}` : relation),
      ...(quote.trim() && { 'dcterms:description': words(quote) }),
    }))
    return [entity, ...derived]
  })
}

function words(text: string) {
  return [{ '@value': text }]
}
