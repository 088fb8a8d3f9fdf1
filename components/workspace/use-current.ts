import { useCallback, useMemo, useState } from 'react'
import { type Stretch, selectedPart } from '#lib/domain/review/parts.ts'
import { type ArticleContent, sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import type { Place } from '#lib/editor/places.ts'

/**
 * The sentence that everything is about. It is kept as a place in the text, so that it stays with its words when
 * sentences come and go before it.
 */
export function useCurrent(content: ArticleContent | null) {
  const [spot, setSpot] = useState<Place>({ block: 0, offset: 0 })
  const [selection, setSelection] = useState<Stretch | null>(null)
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
  const caret = useCallback((head: Place, anchor: Place) => {
    setSpot(head)
    setSelection(stretchOf(head, anchor))
  }, [])
  const select = useCallback(
    (index: number) => {
      const sentence = sentences[index]?.sentence
      if (sentence) setSpot({ block: sentence.blockIndex, offset: sentence.from + 1 })
    },
    [sentences],
  )
  const selected = useMemo(() => selectedPart(sentences, selection), [sentences, selection])
  return { current, spot, caret, selected, select }
}

/** What is selected within one block; null when nothing is. */
function stretchOf({ block, offset }: Place, anchor: Place): Stretch | null {
  if (block !== anchor.block || offset === anchor.offset) return null
  const [from, to] = [Math.min(offset, anchor.offset), Math.max(offset, anchor.offset)]
  return { blockIndex: block, from, to }
}
