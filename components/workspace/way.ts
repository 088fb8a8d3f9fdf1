import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { isTextAwaited } from '#components/ui/awaited-text.ts'
import { caretInto } from './caret.ts'
import type { ArticleActions, Mode } from './model.ts'
import type { OpenArticle } from './open-article.ts'
import { nextProblem } from './sentence-marks.ts'

export type Way = ReturnType<typeof useWay>

/** Where one is in the article: the mode and the sentence, and how one gets elsewhere. */
export function useWay({ model, editor, select, remote }: OpenArticle) {
  const t = useTranslations('workspace')
  const [mode, setMode] = useState<Mode>('write')
  /** The text takes the focus when it appears: not as the page opens, but when somebody asked for it. */
  const isAwaited = useRef(false)
  const { id } = model.facts
  useEffect(() => {
    if (isTextAwaited(id)) isAwaited.current = true
  }, [id])
  // Whoever enters a mode enters it with the keys: the button gives the focus up, and the mode takes it.
  const enter = (next: Mode) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    isAwaited.current = next === 'write' && mode === 'review'
    setMode(next)
    if (next === 'write') editor.current?.commands.focus()
  }
  const go = (index: number) => {
    const sentence = model.statuses[index]?.sentence
    select(index)
    if (sentence) caretInto(editor.current, sentence)
  }
  const goToProblem = (step: 1 | -1) => {
    const next = nextProblem(model.statuses, model.blockers, model.current, step)
    if (next !== null) go(next)
    else announce(t('noneNeedsWork'))
  }
  const [figure, setFigure] = useState<{ readonly block: number } | null>(null)
  const showFigure = (block: number) => {
    // Its panel takes the focus, not the text.
    setMode('write')
    setFigure({ block })
  }
  const actions: ArticleActions = {
    ...remote,
    ...{ select: go, setMode: enter, showFigure, announce },
  }
  return { mode, enter, go, goToProblem, actions, isAwaited, figure }
}
