'use client'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { TextEditor } from '#components/editor/text-editor.tsx'
import { Toolbar } from '#components/editor/toolbar.tsx'
import { SentenceList } from '#components/sourcing/sentence-list.tsx'
import { SentencePanel } from '#components/sourcing/sentence-panel.tsx'
import type { Annotator } from '#lib/collab/browser/annotator.ts'
import type { Answer, NewSource } from '#lib/collab/browser/api.ts'
import type { ArticleSession } from '#lib/collab/browser/article-session.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import { pmPosOf } from '#lib/editor/places.ts'
import type { ArticleModel, Mode } from './model.ts'
import { type Density, sentenceMarks } from './sentence-marks.ts'

export interface WriteModeProps {
  readonly model: ArticleModel
  readonly session: ArticleSession | null
  readonly annotate: Annotator | null
  readonly editor: RefObject<ArticleEditor | null>
  readonly caret: (block: number, offset: number) => void
  readonly density: Density
  readonly mode: Mode
  readonly createSource: (source: NewSource) => Promise<Answer<Source>>
  readonly onMode: (mode: Mode) => void
  readonly onSelect: (index: number) => void
  readonly announce: (words: string) => void
}

/** The text, or the list of its sentences, with the panel of the sentence beside it. */
export function WriteMode(props: WriteModeProps) {
  const { model, session, annotate, editor, mode, density, onSelect, onMode } = props
  const [live, setLive] = useState<ArticleEditor | null>(null)
  const marks = useMemo(
    () => sentenceMarks(model.statuses, model.current, density),
    [model.statuses, model.current, density],
  )
  const shelf = useMemo(() => shelfOf(model), [model])
  const status = model.current === null ? undefined : model.statuses[model.current]
  const go = (step: 1 | -1) => {
    if (model.current !== null && model.statuses[model.current + step])
      onSelect(model.current + step)
  }
  useShowCurrent(live, model, mode)
  return (
    <div className="write">
      <main className="write-main" aria-label="Article">
        <div hidden={mode !== 'write'} className="write-text">
          {live && !model.view.readOnly && <Toolbar editor={live} />}
          {!model.view.loaded && <Loading />}
          {session && (
            <TextEditor
              session={session}
              label={`Article text: ${model.facts.title || 'Untitled'}`}
              editable={!model.view.readOnly}
              marks={marks}
              onCaret={props.caret}
              onEditor={(made) => {
                editor.current = made
                setLive(made)
              }}
            />
          )}
          {model.view.loaded && !model.statuses.length && <EmptyText />}
        </div>
        {mode === 'source' && (
          <>
            <div className="source-bar">
              <b>Source mode</b> Keys act on the selected sentence. The text cannot be changed here.
              <span className="grow" />
              <button type="button" className="btn sm" onClick={() => onMode('write')}>
                <kbd>Esc</kbd> back to writing
              </button>
            </div>
            <SentenceList
              model={model}
              onSelect={onSelect}
              onKey={(event) => sourceKey(event, onMode)}
            />
          </>
        )}
      </main>
      <aside className="panel" aria-label="Sources">
        {status && annotate ? (
          <SentencePanel
            model={model}
            status={status}
            annotate={annotate}
            shelf={shelf}
            onCreateSource={props.createSource}
            onGo={go}
            onLeave={() => (mode === 'write' ? editor.current?.commands.focus() : onMode('write'))}
            announce={props.announce}
          />
        ) : (
          <p className="panel-empty muted">
            Put the caret into a sentence to see its sources here.
          </p>
        )}
      </aside>
    </div>
  )
}

/** Keys of the list that belong to the panel go there: one set of keys for both. */
function sourceKey(event: React.KeyboardEvent, onMode: (mode: Mode) => void): boolean {
  if (event.key === 'Escape') {
    onMode('write')
    return true
  }
  const panel = document.querySelector<HTMLElement>('[data-panel=sentence]')
  if (event.key === 'Enter') {
    panel?.focus()
    return true
  }
  if (event.ctrlKey || event.metaKey || event.altKey || !panel) return false
  const { key } = event
  const copy = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  panel.dispatchEvent(copy)
  return copy.defaultPrevented
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

function Loading() {
  return (
    <div className="skeleton" role="status" aria-label="Opening the article">
      <span />
      <span />
      <span />
      <span />
    </div>
  )
}

function EmptyText() {
  return (
    <p className="muted text-empty">
      Paste or write text. Every sentence gets a marker that you clear by adding a source.
    </p>
  )
}

/** Sources used in this article, the most used first. */
function shelfOf({ statuses, findSource }: ArticleModel): readonly Source[] {
  const uses = new Map<string, number>()
  for (const { annotations } of statuses) {
    for (const { citations } of annotations) {
      for (const { sourceId } of citations) uses.set(sourceId, (uses.get(sourceId) ?? 0) + 1)
    }
  }
  return [...uses]
    .sort(([, a], [, b]) => b - a)
    .flatMap(([id]) => findSource(id) ?? [])
    .filter(({ retiredAt }) => retiredAt === null)
}
