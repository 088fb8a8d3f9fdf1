'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useState } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { DoubledNote } from '#components/editor/doubled-note.tsx'
import { TextEditor } from '#components/editor/text-editor.tsx'
import { Toolbar } from '#components/editor/toolbar.tsx'
import { ReaderTools } from '#components/editor/who-wrote.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { doubledBlocks } from '#lib/domain/text/doubled-blocks.ts'
import { pmPosOf } from '#lib/editor/places.ts'
import type { Unproposed } from '#lib/editor/propose.ts'
import type { ThreadMark } from '#lib/editor/thread-marks.ts'
import type { ArticleModel, Mode } from './model.ts'
import type { OpenArticle } from './open-article.ts'
import { readOnlyWords } from './read-only.ts'
import { type Density, sentenceMarks } from './sentence-marks.ts'
import type { OpenFigures } from './use-figures.ts'
import type { Suggesting } from './use-suggestions.ts'

interface TextPaneProps {
  readonly article: OpenArticle
  readonly mode: Mode
  readonly density: Density
  readonly live: ArticleEditor | null
  readonly onEditor: (editor: ArticleEditor | null) => void
  readonly threads: readonly ThreadMark[]
  readonly onComment: () => void
  readonly suggesting: Suggesting
  readonly figures: OpenFigures
}

/** The article's text with its tools. It stays in the page, hidden, while its sentences are listed: undo goes on. */
export function TextPane(props: TextPaneProps) {
  const { article, mode, density, live, onEditor, threads, onComment, suggesting, figures } = props
  const t = useTranslations('workspace')
  const { model, session, caret } = article
  const { statuses, view, facts } = model
  const { blocks } = model.content
  const marks = useMarks(model, figures.desk !== null, density)
  const readOnly = readOnlyWords(t, model)
  const [refused, setRefused] = useState<Unproposed | null>(null)
  const editable = !view.readOnly || view.suggests
  useShowCurrent(live, model, mode)
  return (
    <div hidden={mode !== 'write'} className="write-text">
      {live && editable && (
        <Toolbar
          editor={live}
          articleId={facts.id}
          onComment={onComment}
          suggests={suggesting.isOn}
          onSuggest={suggesting.toggle}
          onPictures={suggesting.isOn ? null : (files) => void figures.add(files, null)}
        />
      )}
      {refused && <Refused why={refused} onClose={() => setRefused(null)} />}
      {figures.trouble && <PictureTrouble words={figures.trouble} onClose={figures.dismiss} />}
      {live && !view.readOnly && <Doubled blocks={blocks} editor={live} />}
      {readOnly && <p className="read-only">{readOnly}</p>}
      {live && !editable && (readOnly || (view.loaded && facts.state === 'archived')) && (
        <ReaderTools editor={live} articleId={facts.id} onComment={onComment} />
      )}
      {!view.loaded && <Skeleton />}
      <div className="text-place" hidden={!view.loaded}>
        {view.loaded && !statuses.length && <EmptyText editable={editable} />}
        {session && (
          <TextEditor
            session={session}
            label={t('articleText', { title: facts.title || t('untitled') })}
            editable={editable}
            personId={model.me.id}
            onRefused={setRefused}
            marks={marks}
            threads={threads}
            onCaret={caret}
            onEditor={onEditor}
            onFiles={(files, at) => void figures.add(files, at)}
          />
        )}
      </div>
    </div>
  )
}

/** While a picture is selected, no sentence is the current one. */
function useMarks(model: ArticleModel, isPicture: boolean, density: Density) {
  const wordOf = useTranslations('terms.display')
  const { statuses, current } = model
  const { blocks } = model.content
  return useMemo(
    () => sentenceMarks(wordOf, statuses, isPicture ? null : current, density, blocks),
    [wordOf, statuses, isPicture, current, density, blocks],
  )
}

/** Brings the sentence that was chosen elsewhere into view, without taking the focus. */
function useShowCurrent(editor: ArticleEditor | null, model: ArticleModel, mode: Mode) {
  const { current, statuses } = model
  const sentence = current === null ? undefined : statuses[current]?.sentence
  const block = sentence?.blockIndex ?? -1
  const from = sentence?.from ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the choice, not every change of the text
  useEffect(() => {
    if (!editor || editor.isDestroyed || editor.isFocused || mode !== 'write' || block < 0) return
    const { node } = editor.view.domAtPos(pmPosOf(editor.state.doc, { block, offset: from }))
    const element = node instanceof Element ? node : node.parentElement
    element?.scrollIntoView({ block: 'nearest' })
  }, [current, mode, editor])
}

/** Why a picture was not taken, until it has been read. */
function PictureTrouble({ words, onClose }: { words: string; onClose: () => void }) {
  const ui = useTranslations('ui')
  return (
    <div className="picture-trouble">
      <Notice tone="bad">
        <p>{words}</p>
        <button type="button" className="btn sm" onClick={onClose}>
          {ui('close')}
        </button>
      </Notice>
    </div>
  )
}

interface DoubledProps {
  readonly blocks: ArticleModel['content']['blocks']
  readonly editor: ArticleEditor
}

function Doubled({ blocks, editor }: DoubledProps) {
  const doubled = useMemo(() => doubledBlocks(blocks), [blocks])
  return <DoubledNote doubled={doubled} editor={editor} />
}

/** What cannot be suggested. */
function Refused({ why, onClose }: { readonly why: Unproposed; readonly onClose: () => void }) {
  const t = useTranslations('editor.notSuggested')
  const ui = useTranslations('ui')
  return (
    <Notice tone="bad">
      {t(why)}{' '}
      <button type="button" className="btn sm" onClick={onClose}>
        {ui('close')}
      </button>
    </Notice>
  )
}

function Skeleton() {
  const t = useTranslations('workspace')
  return (
    <div className="skeleton" role="status" aria-label={t('opening')}>
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}

function EmptyText({ editable }: { readonly editable: boolean }) {
  const t = useTranslations('workspace')
  return <p className="muted text-empty">{editable ? t('pasteOrWrite') : t('nothingWritten')}</p>
}
