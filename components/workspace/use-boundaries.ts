import { useTranslations } from 'next-intl'
import { type RefObject, useMemo } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import type { Bound } from '#components/keys/use-commands.ts'
import { announce } from '#components/ui/announce.ts'
import type { Words } from '#components/ui/words.ts'
import type { Divider } from '#lib/collab/browser/divider.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { placeOf } from '#lib/editor/places.ts'

/** What can be done by hand to where a sentence begins and ends, and what was done. */
export interface Boundaries {
  readonly hasNext: boolean
  readonly isSplit: boolean
  readonly joins: number
  readonly join: () => void
  /** Null where there is no caret. */
  readonly split: (() => void) | null
  readonly takeBack: () => void
}

/** Joining and splitting for the sentence that is shown; null for those who may only read. */
export function useBoundaries(
  divider: Divider | null,
  status: SentenceStatus | undefined,
  editor: RefObject<ArticleEditor | null>,
  hasCaret: boolean,
): Boundaries | null {
  const t = useTranslations('workspace')
  const standing = useMemo(() => {
    if (!divider || !status) return null
    return { hasNext: divider.canJoin(status), ...divider.handmade(status) }
  }, [divider, status])
  if (!divider || !status || !standing) return null
  const { hasNext, split, joins } = standing
  return {
    hasNext,
    isSplit: split !== null,
    joins: joins.length,
    join: () => announce(divider.join(status) ? t('joined') : t('noneToJoin')),
    split: hasCaret ? () => splitAtCaret(t, divider, editor.current) : null,
    takeBack: () => {
      divider.takeBack(status, split ? [split, ...joins] : joins)
      announce(t('foundByRule'))
    },
  }
}

/** The same on the keyboard, from the text and from the panel. */
export function boundaryKeys(boundaries: Boundaries | null): readonly Bound[] {
  if (!boundaries) return []
  const { join, split } = boundaries
  return [{ id: 'join', run: join }, ...(split ? [{ id: 'split' as const, run: split }] : [])]
}

function splitAtCaret(t: Words<'workspace'>, divider: Divider, editor: ArticleEditor | null) {
  if (!editor || editor.isDestroyed) return
  const { doc, selection } = editor.state
  const done = divider.split(placeOf(doc, selection.head))
  announce(done ? t('split') : t('caretFirst'))
}
