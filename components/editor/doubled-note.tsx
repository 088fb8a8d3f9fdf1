'use client'
import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { announce } from '#components/ui/announce.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { DoubledBlock } from '#lib/domain/text/doubled-blocks.ts'
import { keepBoth, removeCopy } from '#lib/editor/doubled-blocks.ts'
import { pmPosOf } from '#lib/editor/places.ts'

interface DoubledNoteProps {
  readonly doubled: readonly DoubledBlock[]
  readonly editor: Editor
}

/** Two people moved one paragraph at the same time, and it stands in both places: somebody decides. */
export function DoubledNote({ doubled, editor }: DoubledNoteProps) {
  const t = useTranslations('editor')
  const [first] = doubled
  if (!first) return null
  const others = doubled.length - 1
  const act = (make: typeof removeCopy, done: string) => {
    const tr = make(editor.state, first.copy)
    if (!tr) return
    editor.view.dispatch(tr)
    announce(done)
  }
  const show = (block: number) => {
    editor.commands.setTextSelection(pmPosOf(editor.state.doc, { block, offset: 0 }))
    editor.chain().focus().scrollIntoView().run()
  }
  return (
    <Notice>
      <p>{t(first.isSame ? 'doubledSame' : 'doubledApart', { others })}</p>
      <div className="row">
        <button type="button" className="btn sm" onClick={() => act(removeCopy, t('copyRemoved'))}>
          {t('removeCopy')}
        </button>
        <button type="button" className="btn sm" onClick={() => act(keepBoth, t('bothKept'))}>
          {t('keepBoth')}
        </button>
        <button type="button" className="btn quiet sm" onClick={() => show(first.copy)}>
          {t('showCopy')}
        </button>
        <button type="button" className="btn quiet sm" onClick={() => show(first.kept)}>
          {t('showOther')}
        </button>
      </div>
    </Notice>
  )
}
