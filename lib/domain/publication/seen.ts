import type { SentenceStatus } from '#lib/domain/review/status.ts'
import type { ArticleContent } from '#lib/domain/sourcing/article-content.ts'
import type { ArticleMeta, FigureBlock } from '#lib/domain/text/article-text.ts'

/**
 * Sentences that are not as a publisher saw them, by the fingerprints of what was seen; and how many of those are gone.
 * A sentence that only moved is the same [VER9].
 */
export function changedSince(
  seen: readonly string[],
  statuses: readonly SentenceStatus[],
): { readonly changed: readonly SentenceStatus[]; readonly gone: number } {
  const left = new Map<string, number>()
  for (const fingerprint of seen) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1)
  const changed = statuses.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0
    left.set(fingerprint, count - 1)
    return count <= 0
  })
  return { changed, gone: seen.length - (statuses.length - changed.length) }
}

type Data = Pick<ArticleMeta, 'lang' | 'byline' | 'section' | 'dateline'>

/** What is published beside the sentences: data of the article, and its pictures with what is said of them, in order. */
export interface Beside extends Data {
  readonly figures: readonly Pick<FigureBlock, 'picture' | 'alt' | 'credit'>[]
}

export const besideOf = ({ blocks, meta }: ArticleContent): Beside => ({
  ...{ lang: meta.lang, byline: meta.byline, section: meta.section, dateline: meta.dateline },
  figures: blocks.flatMap((block) =>
    block.type === 'figure'
      ? [{ picture: block.picture, alt: block.alt, credit: block.credit }]
      : [],
  ),
})

const DATA_WORDS: Readonly<Record<keyof Data, string>> = {
  ...{ lang: 'the language', byline: 'the byline' },
  ...{ section: 'the section', dateline: 'the dateline' },
}

/** In words what is not as a publisher saw it, of what stands beside the sentences [VER9]. */
export function changedBeside(seen: Beside, now: Beside): readonly string[] {
  const keys = Object.keys(DATA_WORDS) as (keyof Data)[]
  const data = keys.filter((key) => seen[key] !== now[key]).map((key) => DATA_WORDS[key])
  const isSame =
    seen.figures.length === now.figures.length &&
    seen.figures.every((figure, at) => {
      const other = now.figures[at]
      return (
        figure.picture === other?.picture &&
        figure.alt === other.alt &&
        figure.credit === other.credit
      )
    })
  return isSame ? data : [...data, 'the pictures']
}
