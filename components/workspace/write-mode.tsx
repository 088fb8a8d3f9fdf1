'use client'
import { useEffect, useState } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { rowElement } from '#components/sourcing/panel-keys.ts'
import { SentencePanel } from '#components/sourcing/sentence-panel.tsx'
import { useSourcing } from '#components/sourcing/use-sourcing.ts'
import { announce } from '#components/ui/announce.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import type { Mode } from './model.ts'
import type { OpenArticle } from './open-article.ts'
import type { Density } from './sentence-marks.ts'
import { SourcePane } from './source-pane.tsx'
import { SourcesSheet } from './sources-sheet.tsx'
import { TextPane } from './text-pane.tsx'
import { boundaryKeys, useBoundaries } from './use-boundaries.ts'
import { useHotkeys } from './use-hotkeys.ts'
import type { Way } from './way.ts'

export interface WriteModeProps {
  readonly article: OpenArticle
  readonly way: Way
  readonly mode: Mode
  readonly density: Density
  /** Annotations whose words are gone. */
  readonly orphans: readonly Annotation[]
}

/** The text, or the list of its sentences, with the panel of the sentence beside it. */
export function WriteMode({ article, way, mode, density, orphans }: WriteModeProps) {
  const { model, editor, annotate, createSource } = article
  const [live, setLive] = useState<ArticleEditor | null>(null)
  const sourcing = useSourcing({
    ...{ model, annotate, createSource, announce },
    select: way.go,
    onNextProblem: () => way.goToProblem(1),
    onUndo: () => editor.current?.commands.undo() ?? false,
  })
  const { status, whole } = sourcing
  const divider = model.view.readOnly ? null : article.divider
  const boundaries = useBoundaries(divider, status, editor, mode === 'write')
  useHotkeys(boundaryKeys(boundaries))
  const onEditor = (made: ArticleEditor | null) => {
    editor.current = made
    setLive(made)
  }
  const { isAwaited } = way
  useEffect(() => {
    if (!live || !isAwaited.current) return
    isAwaited.current = false
    live.commands.focus()
  }, [live, isAwaited])
  return (
    <div className="write">
      <main className="write-main" id="work" tabIndex={-1}>
        <TextPane article={article} mode={mode} density={density} live={live} onEditor={onEditor} />
        {mode === 'source' && (
          <SourcePane sourcing={sourcing} current={model.current ?? 0} way={way} />
        )}
      </main>
      <SourcesSheet status={status} count={model.statuses.length}>
        {status && whole && annotate ? (
          <SentencePanel
            sourcing={sourcing}
            whole={whole}
            status={status}
            selected={mode === 'write' ? article.selected : null}
            boundaries={boundaries}
            orphans={orphans}
            showsKeys={mode === 'write'}
            onLeave={() => leavePanel(mode, status.sentence.index, editor.current)}
          />
        ) : (
          <p className="panel-empty muted">
            {model.view.loaded
              ? 'As soon as there is a sentence, its sources stand here.'
              : 'The sources of a sentence stand here.'}
          </p>
        )}
      </SourcesSheet>
    </div>
  )
}

/** Back to where the sentence was chosen: the text, or its row. */
function leavePanel(mode: Mode, index: number, editor: ArticleEditor | null) {
  if (mode === 'write') editor?.commands.focus()
  else rowElement(index)?.focus()
}
