import type {
  Version,
  VersionBlock,
  VersionSentence,
  VersionSource,
} from '#lib/domain/publication/version.ts'
import type {
  Confidence,
  Kind,
  Locator,
  LocatorLabel,
  Relation,
} from '#lib/domain/sourcing/annotation.ts'
import { hashOf } from '#lib/domain/sourcing/fingerprint.ts'
import type { FormatRange, Role } from '#lib/domain/text/article-text.ts'

/** One use of a source in a test article: the source's name, then what is cited of it. */
export interface TestCitation {
  readonly source: string
  readonly relation?: Relation
  readonly at?: readonly [LocatorLabel, string]
  readonly quote?: string
}

export interface TestSentence {
  readonly text: string
  readonly kind: Kind | null
  readonly confidence: Confidence | null
  readonly notes: readonly string[]
  readonly citations: readonly TestCitation[]
}

/** Formatting by its words: the first place in the block where they stand. */
export interface TestFormat {
  readonly kind: FormatRange['kind']
  readonly words: string
  readonly href?: string
}

export interface TestBlock {
  readonly role: Role
  readonly sentences: readonly TestSentence[]
  readonly formats: readonly TestFormat[]
}

/** A sentence that claims nothing unless told otherwise. */
export function said(text: string, more: Partial<Omit<TestSentence, 'text'>> = {}): TestSentence {
  return { text, kind: 'exempt', confidence: null, notes: [], citations: [], ...more }
}

/** A sentence with evidence: `fact('It sank.', 'confirmed', [{ source: 'Log' }])`. */
export function fact(
  text: string,
  confidence: Confidence,
  citations: readonly TestCitation[],
  notes: readonly string[] = [],
): TestSentence {
  return { text, kind: 'fact', confidence, notes, citations }
}

export function block(
  role: Role,
  sentences: readonly TestSentence[],
  formats: readonly TestFormat[] = [],
): TestBlock {
  return { role, sentences, formats }
}

/** A source under its public name. Sources are numbered in order of first citation, as in real versions. */
export function source(name: string, more: Partial<VersionSource> = {}): VersionSource {
  return { id: `source-${name}`, kind: 'document', name, description: '', url: null, ...more }
}

export interface TestArticle {
  readonly blocks: readonly TestBlock[]
  readonly sources: readonly VersionSource[]
  readonly version?: Partial<Version>
}

/** A version with words, offsets and numbers that agree; `version` replaces any field. */
export function versionOf({ blocks, sources, version = {} }: TestArticle): Version {
  const cited = blocks.flatMap(({ sentences }) => sentences.flatMap(({ citations }) => citations))
  const names = [...new Set(cited.map(({ source: name }) => name))]
  const sentences = blocks.flatMap((item, at) => sentencesOf(item, at, names)).map(numbered)
  return {
    format: 'galley-version/1',
    articleId: '3b1f0c52-7a3e-4c57-9a41-2f5f3f1f7d10',
    slug: 'test-article',
    number: 1,
    change: 'first',
    note: '',
    lang: 'en',
    headline:
      blocks
        .find(({ role }) => role === 'headline')
        ?.sentences.map(({ text }) => text)
        .join(' ') ?? 'Untitled',
    byline: 'Mira Holt',
    section: 'Coast',
    dateline: 'Tarn Haven',
    publishedAt: '2026-05-03T05:00:00.000Z',
    firstPublishedAt: '2026-05-03T05:00:00.000Z',
    previousHash: null,
    segmenter: 'test',
    blocks: blocks.map(blockOf),
    sentences,
    sources: names.map((name) => sources.find((item) => item.name === name) ?? source(name)),
    coverage: {
      sentences: sentences.length,
      tagged: sentences.length,
      evidenced: sentences.filter(({ citations }) => citations.length > 0).length,
      approved: sentences.length,
    },
    reviewers: 1,
    history: [],
    ...version,
  }
}

function textOf({ sentences }: TestBlock): string {
  return sentences.map(({ text }) => text).join(' ')
}

function blockOf(item: TestBlock, at: number): VersionBlock {
  const text = textOf(item)
  const formats = item.formats.map(({ kind, words, href }) => {
    const from = text.indexOf(words)
    if (from < 0) throw new Error(`No such words in the block: ${words}`)
    return { kind, from, to: from + words.length, ...(href === undefined ? {} : { href }) }
  })
  return { id: `block-${at}`, role: item.role, text, formats }
}

function sentencesOf(
  item: TestBlock,
  at: number,
  names: readonly string[],
): readonly VersionSentence[] {
  let from = 0
  return item.sentences.map(({ text, kind, confidence, notes, citations }) => {
    const to = from + text.length
    const sentence = {
      block: at,
      from,
      to,
      text,
      fingerprint: hashOf({ text, kind, confidence, notes, citations: JSON.stringify(citations) }),
      kind,
      confidence,
      publicNotes: notes,
      citations: citations.map(
        ({ source: name, relation = 'supports', at: place, quote = '' }) => ({
          source: names.indexOf(name),
          relation,
          locator: place ? locatorOf(place) : null,
          quote,
        }),
      ),
    }
    from = to + 1
    return { id: '', ...sentence }
  })
}

function locatorOf([label, value]: readonly [LocatorLabel, string]): Locator {
  return { label, value }
}

/** The id that a real version would give: of the fingerprint, counted up where it repeats. */
function numbered(
  sentence: VersionSentence,
  at: number,
  all: readonly VersionSentence[],
): VersionSentence {
  const before = all
    .slice(0, at)
    .filter(({ fingerprint }) => fingerprint === sentence.fingerprint).length
  const id = `s-${sentence.fingerprint.slice(0, 12)}`
  return { ...sentence, id: before ? `${id}-${before + 1}` : id }
}
