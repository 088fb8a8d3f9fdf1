import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import type { History } from './use-history.ts'

/** What came of restoring. `from`: the article as it was just before, to take it back. */
export type Outcome =
  | {
      readonly kind: 'done'
      readonly words: string
      readonly from: number | null
      readonly title: string
    }
  | { readonly kind: 'failed'; readonly words: string }

/** Restores at once: it is a change like any other, and is taken back as easily. */
export function useRestoring(history: History, onDone: () => void) {
  const t = useTranslations('history')
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [pending, setPending] = useState(false)
  const run = async (seq: number, blockId: string | undefined, isBack: boolean) => {
    if (pending) return
    setPending(true)
    const answer = await history.api.restore(seq, blockId)
    // What is done can be taken back at once, not only when the list is read anew.
    setPending(false)
    if (answer.ok) {
      const { changed, seq: row, title } = answer.value
      const words = t(wordFor(changed, blockId, isBack))
      setOutcome({ kind: 'done', words, from: changed && !isBack ? row - 1 : null, title })
      announce(words)
      await history.reload()
      onDone()
    } else setOutcome({ kind: 'failed', words: answer.message })
  }
  return {
    outcome,
    restore: (seq: number, blockId?: string) => void run(seq, blockId, false),
    takeBack: (seq: number) => void run(seq, undefined, true),
  }
}

function wordFor(changed: boolean, blockId: string | undefined, isBack: boolean) {
  if (!changed) return 'nothingToRestore'
  if (isBack) return 'saysTakenBack'
  return blockId === undefined ? 'saysRestored' : 'saysParagraph'
}
