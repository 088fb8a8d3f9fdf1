import { type FindPicture, RENDITION_TYPE } from '#lib/domain/figures/picture.ts'
import { coverageOf } from '#lib/domain/review/coverage.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { Citation } from '#lib/domain/sourcing/annotation.ts'
import type { ArticleContent, FindSource } from '#lib/domain/sourcing/article-content.ts'
import { canonicalJson, hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import { recordOf } from '#lib/domain/sourcing/source.ts'
import { publicFace } from '#lib/domain/sourcing/terms.ts'
import { SEGMENTER_VERSION } from '#lib/domain/text/segmentation.ts'
import type { Override } from './overrides.ts'
import type {
  Change,
  Version,
  VersionBlock,
  VersionCapture,
  VersionFigure,
  VersionRef,
  VersionSentence,
  VersionSource,
} from './version.ts'

export type FindCapture = (sourceId: string) => VersionCapture | undefined

export interface VersionInput {
  readonly articleId: string
  readonly slug: string
  readonly change: Change
  readonly note: string
  readonly publishedAt: string
  readonly content: ArticleContent
  readonly statuses: readonly SentenceStatus[]
  readonly findSource: FindSource
  /** Pictures of this article; without them figures are left out. */
  readonly findPicture?: FindPicture
  /** The copy that readers may have of a source, by the id of its record; without it none is named. */
  readonly findCapture?: FindCapture
  readonly overrides?: readonly Override[]
  readonly history: readonly VersionRef[]
}

/** Freezes an article. Only what readers may see goes in: no internal note, no title of a source, no person [VER1]. */
export function buildVersion(input: VersionInput): Version {
  const { content, statuses, history } = input
  const sources = new SourceList(input.findSource, input.findCapture)
  const textBlocks = content.blocks
    .map((block, at) => ({ block, at }))
    .filter(({ block }) => block.type === 'text')
  const place = new Map(textBlocks.map(({ at }, index) => [at, index]))
  const ids = new Set<string>()
  const figures = figuresOf(input)
  const sentences = statuses.map((status) => versionSentence(status, place, ids, sources))
  const headline = content.blocks.find(
    (block) => block.type === 'text' && block.role === 'headline',
  )
  const { sentences: count, tagged, evidenced, approved } = coverageOf(statuses)
  return {
    format: 'galley-version/1',
    articleId: input.articleId,
    slug: input.slug,
    number: history.length + 1,
    change: input.change,
    note: input.note,
    lang: content.meta.lang,
    headline: headline?.type === 'text' ? headline.text : (statuses[0]?.sentence.text ?? ''),
    byline: content.meta.byline,
    section: content.meta.section,
    dateline: content.meta.dateline,
    publishedAt: input.publishedAt,
    firstPublishedAt: history[0]?.publishedAt ?? input.publishedAt,
    previousHash: history.at(-1)?.hash ?? null,
    segmenter: SEGMENTER_VERSION,
    blocks: textBlocks.flatMap(({ block }) => versionBlock(block)),
    ...(figures.length && { figures }),
    sentences,
    sources: sources.list,
    coverage: { sentences: count, tagged, evidenced, approved },
    reviewers: new Set(
      statuses.flatMap(({ approvals }) => approvals.map(({ personId }) => personId)),
    ).size,
    ...overridesIn(input, sentences),
    history,
  }
}

/** What it is published in spite of stands in it for good [GAT6]. */
function overridesIn(
  { overrides = [] }: VersionInput,
  sentences: readonly VersionSentence[],
): Pick<Version, 'overrides'> {
  if (!overrides.length) return {}
  return {
    overrides: overrides.map(({ kind, sentence, reason }) => ({
      sentence: sentence === null ? null : (sentences[sentence]?.id ?? null),
      what: kind,
      reason: reason.toWellFormed(),
    })),
  }
}

/** The bytes that are hashed, and their SHA-256. */
export function sealOf(version: Version): { readonly canonical: string; readonly hash: string } {
  return { canonical: canonicalJson(version), hash: hashOf(version) }
}

function versionBlock(block: ArticleContent['blocks'][number]): VersionBlock[] {
  if (block.type !== 'text') return []
  return [
    { id: block.id, role: block.role, text: block.text.toWellFormed(), formats: block.formats },
  ]
}

/** Figures that have all that the gate asks for; of their sources, like of all others, only what may be said [VER1]. */
function figuresOf({ content, findSource, findPicture }: VersionInput): VersionFigure[] {
  let before = 0
  return content.blocks.flatMap((block) => {
    if (block.type === 'text') {
      before++
      return []
    }
    const picture = block.picture === null ? undefined : findPicture?.(block.picture)
    const source = block.credit === null ? undefined : findSource(block.credit)
    const face = source && publicFace(source)
    if (!picture || !face) return []
    const { id, alt } = block
    const sizes = picture.renditions.map(({ width, height, bytes, hash }) => {
      return { width, height, bytes, hash }
    })
    const credit = { name: face.name, url: face.url }
    const said = { alt: alt.trim().toWellFormed(), credit }
    return [{ id, before, mediaType: RENDITION_TYPE, sizes, ...said }]
  })
}

function versionSentence(
  { sentence, united, fingerprint, kind, confidence }: SentenceStatus,
  place: ReadonlyMap<number, number>,
  ids: Set<string>,
  sources: SourceList,
): VersionSentence {
  const citations = united.flatMap((annotation) => annotation.citations)
  return {
    id: newId(`s-${fingerprint.slice(0, 12)}`, ids),
    block: place.get(sentence.blockIndex) ?? 0,
    from: sentence.from,
    to: sentence.to,
    text: sentence.text.toWellFormed(),
    fingerprint,
    kind,
    confidence,
    publicNotes: united.map(({ publicNote }) => publicNote.trim()).filter(Boolean),
    citations: citations.flatMap((citation) => sources.cite(citation)),
  }
}

function newId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let count = 2; taken.has(id); count++) id = `${wanted}-${count}`
  taken.add(id)
  return id
}

/** Sources in the order in which readers meet them. */
class SourceList {
  readonly list: VersionSource[] = []
  readonly #findSource: FindSource
  readonly #findCapture: FindCapture

  constructor(findSource: FindSource, findCapture: FindCapture = () => undefined) {
    this.#findSource = findSource
    this.#findCapture = findCapture
  }

  cite({ sourceId, relation, locator, quote }: Citation) {
    const source = this.#findSource(sourceId)
    const face = source && publicFace(source)
    if (!source || !face) return []
    const id = recordOf(source)
    let at = this.list.findIndex((known) => known.id === id)
    if (at < 0) {
      const capture = this.#findCapture(id)
      at = this.list.push({ id, kind: source.kind, ...face, ...(capture && { capture }) }) - 1
    }
    return [{ source: at, relation, locator, quote: quote.trim() }]
  }
}
