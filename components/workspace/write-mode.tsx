'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { useCommands } from '#components/keys/use-commands.ts'
import { sentenceCommands } from '#components/sourcing/panel-keys.ts'
import { rowElement } from '#components/sourcing/rest-focus.ts'
import { useSourcing } from '#components/sourcing/use-sourcing.ts'
import { announce } from '#components/ui/announce.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { bindingOf } from '#lib/editor/flat-collaboration.ts'
import { Beside } from './beside.tsx'
import { selectFigure } from './caret.ts'
import type { Mode } from './model.ts'
import type { OpenArticle } from './open-article.ts'
import type { Density } from './sentence-marks.ts'
import { SourcePane } from './source-pane.tsx'
import { SourcesSheet } from './sources-sheet.tsx'
import { TextPane } from './text-pane.tsx'
import { boundaryKeys, useBoundaries } from './use-boundaries.ts'
import { useFigures } from './use-figures.ts'
import { suggestionKeys, useSuggestions } from './use-suggestions.ts'
import { commentKeys, type OpenTalk, useThreadMarks } from './use-talk.ts'
import type { Way } from './way.ts'

export interface WriteModeProps {
  readonly article: OpenArticle
  readonly way: Way
  readonly mode: Mode
  readonly density: Density
  /** Annotations whose words are gone. */
  readonly orphans: readonly Annotation[]
  readonly talk: OpenTalk
}

/** The text, or the list of its sentences, with the panel of the sentence beside it. */
export function WriteMode({ article, way, mode, density, orphans, talk }: WriteModeProps) {
  const { model, editor, annotate, createSource, sourceAt, catchUp } = article
  const t = useTranslations('workspace')
  const [live, setLive] = useState<ArticleEditor | null>(null)
  const sourcing = useSourcing({
    ...{ model, annotate, createSource, sourceAt, catchUp, announce },
    goesOn: mode === 'source',
    select: way.go,
    onNextProblem: () => way.goToProblem(1),
    onUndo: () => (editor.current ? bindingOf(editor.current).undoCommand() : 'nothing'),
  })
  const { status } = sourcing
  const figures = useFigures(article, live, () => talk.setTab('sentence'))
  const figure = mode === 'write' ? figures.desk : null
  useAwaitedFigure(way, live, figures.wish)
  const divider = model.view.readOnly ? null : article.divider
  const boundaries = useBoundaries(divider, status, editor, mode === 'write')
  const marks = useThreadMarks(article, talk.control)
  const suggesting = useSuggestions(article, live)
  useCommands([
    ...sentenceCommands(sourcing, mode === 'source' ? 'list' : 'panel'),
    ...boundaryKeys(boundaries),
    ...commentKeys(talk.control),
    ...(mode === 'write' ? suggestionKeys(t, suggesting) : []),
  ])
  const onEditor = (made: ArticleEditor | null) => {
    editor.current = made
    setLive(made)
  }
  useAwaitedText(way, live, model.view.loaded)
  return (
    <div className="write">
      <main className="write-main" id="work" tabIndex={-1} aria-label={t('article')}>
        <TextPane
          {...{ article, mode, density, live, onEditor }}
          threads={marks}
          suggesting={suggesting}
          onComment={talk.control.begin}
          figures={figures}
        />
        {mode === 'source' && (
          <SourcePane sourcing={sourcing} current={model.current ?? 0} way={way} />
        )}
      </main>
      <SourcesSheet status={status} count={model.statuses.length} isPicture={!!figure}>
        <Beside
          {...{ article, sourcing, boundaries, orphans, talk, suggesting, figure }}
          showsKeys={mode === 'write'}
          onLeave={() => leavePanel(mode, model.current ?? 0, editor.current)}
        />
      </SourcesSheet>
    </div>
  )
}

/** The text takes the focus when it is there, if somebody waits for it. */
function useAwaitedText({ isAwaited }: Way, live: ArticleEditor | null, isLoaded: boolean) {
  useEffect(() => {
    if (!live || !isLoaded || !isAwaited.current) return
    isAwaited.current = false
    live.commands.focus()
  }, [live, isLoaded, isAwaited])
}

/** A figure that was chosen elsewhere is selected once the text is there. */
function useAwaitedFigure({ figure }: Way, live: ArticleEditor | null, onShown: () => void) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice once
  useEffect(() => {
    if (!live || figure === null) return
    if (selectFigure(live, figure.block)) onShown()
  }, [live, figure])
}

/** Back to where the sentence was chosen: the text, or its row. */
function leavePanel(mode: Mode, index: number, editor: ArticleEditor | null) {
  if (mode === 'write') editor?.commands.focus()
  else rowElement(index)?.focus()
}
