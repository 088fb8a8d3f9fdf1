import { useEffect, useMemo, useRef, useState } from 'react'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { placesToClear } from '#lib/domain/publication/gate.ts'
import { type Warning, warningsOf } from '#lib/domain/publication/warnings.ts'
import { overrideControl } from './override-control.ts'
import type { PublishDraft } from './publish-draft.ts'
import { allWarnings, warningControl } from './warning-control.ts'

/** Others may be writing while one looks: the server is asked once they pause. */
const PAUSE_MS = 500

/**
 * What the gate warns of. The page derives what it can; whether a passage stands in a captured copy only the server knows, and
 * is asked while the dialog is open.
 */
function useWarnings(
  { statuses, findSource }: ArticleModel,
  actions: Pick<ArticleActions, 'warnings'>,
  isOpen: boolean,
) {
  const [told, tell] = useState<readonly Warning[]>([])
  const wasAsked = useRef(false)
  const ask = useRef(actions.warnings)
  ask.current = actions.warnings
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked anew when the statuses change
  useEffect(() => {
    if (!isOpen) {
      wasAsked.current = false
      return
    }
    let isOver = false
    const fetchThem = async () => {
      wasAsked.current = true
      const answer = await ask.current()
      if (answer.ok && !isOver)
        tell(answer.value.warnings.filter(({ kind }) => kind === 'passageNotFound'))
    }
    const timer = setTimeout(() => void fetchThem(), wasAsked.current ? PAUSE_MS : 0)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isOpen, statuses])
  const derived = useMemo(() => warningsOf(statuses, findSource), [statuses, findSource])
  const warnings = useMemo(() => allWarnings(derived, told, statuses), [derived, told, statuses])
  /** What came with a refusal is known from then on. */
  const learn = (more: readonly Warning[]) => tell((known) => [...known, ...more])
  return { warnings, learn }
}

/** What a publisher has to answer or to clear before this draft goes out. */
export function usePublishGate(
  model: ArticleModel,
  actions: Pick<ArticleActions, 'warnings'>,
  draft: PublishDraft,
  isOpen: boolean,
) {
  const { warnings, learn } = useWarnings(model, actions, isOpen)
  const control = warningControl(warnings, draft)
  const isNow = draft.input.when === null
  const { left } = overrideControl(model, model.blockers, isNow, draft)
  /** Places that somebody has to go to, or to give a reason for. */
  return { control, learn, toDo: placesToClear([...left, ...control.left]) }
}

export type PublishGate = ReturnType<typeof usePublishGate>
