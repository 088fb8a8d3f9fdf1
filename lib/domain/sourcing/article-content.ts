import type { ArticleMeta, Block, Sentence } from '#lib/domain/text/article-text.ts'
import { sentencesOf } from '#lib/domain/text/sentences.ts'
import type { Annotation } from './annotation.ts'
import type { Source } from './source.ts'

/** Everything that the shared document says, read. */
export interface ArticleContent {
  readonly blocks: readonly Block[]
  readonly annotations: ReadonlyMap<string, Annotation>
  readonly meta: ArticleMeta
}

/** What an article says before anything is written. */
export const NO_CONTENT: ArticleContent = {
  blocks: [],
  annotations: new Map(),
  meta: { lang: 'en', byline: '', section: '', dateline: '', slugWish: '' },
}

/** A sentence with the annotations whose records exist. What status, coverage and gate are derived from. */
export interface SourcedSentence {
  readonly sentence: Sentence
  readonly annotations: readonly Annotation[]
}

/** Looks a source up; undefined when the registry does not know it. */
export type FindSource = (id: string) => Source | undefined

export function sourcedSentencesOf(content: ArticleContent): readonly SourcedSentence[] {
  return sentencesOf(content.blocks, content.meta.lang).map((sentence) => {
    const annotations = sentence.annotationIds.flatMap((id) => content.annotations.get(id) ?? [])
    if (annotations.length === sentence.annotationIds.length) return { sentence, annotations }
    return {
      sentence: { ...sentence, annotationIds: annotations.map(({ id }) => id) },
      annotations,
    }
  })
}
