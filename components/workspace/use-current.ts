import { useCallback, useMemo, useState } from 'react'
import { type ArticleContent, sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'

export interface Spot {
  readonly block: number
  readonly offset: number
}

/**
 * The sentence that everything is about. It is kept as a place in the text, so that it stays with its words when
 * sentences come and go before it.
 */
export function useCurrent(content: ArticleContent | null) {
  const [spot, setSpot] = useState<Spot>({ block: 0, offset: 0 })
  const sentences = useMemo(() => (content ? sourcedSentencesOf(content) : []), [content])
  const current = useMemo(() => {
    const own = sentences.filter(({ sentence }) => sentence.blockIndex === spot.block)
    const found = own.find(({ sentence }) => spot.offset <= sentence.to) ?? own.at(-1)
    const near =
      found ??
      sentences.find(({ sentence }) => sentence.blockIndex > spot.block) ??
      sentences.at(-1)
    return near?.sentence.index ?? null
  }, [sentences, spot])
  const caret = useCallback((block: number, offset: number) => setSpot({ block, offset }), [])
  const select = useCallback(
    (index: number) => {
      const sentence = sentences[index]?.sentence
      if (sentence) setSpot({ block: sentence.blockIndex, offset: sentence.from + 1 })
    },
    [sentences],
  )
  return { current, spot, caret, select }
}
