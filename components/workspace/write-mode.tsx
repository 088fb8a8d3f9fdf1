'use client'
import { useEffect, useState } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { rowElement } from '#components/sourcing/panel-keys.ts'
import { SentencePanel } from '#components/sourcing/sentence-panel.tsx'
import { type Sourcing, useSourcing } from '#components/sourcing/use-sourcing.ts'
import { Comments } from '#components/threads/comments.tsx'
import { CommentsHere, PanelTabs } from '#components/threads/panel-tabs.tsx'
import type { TalkControl } from '#components/threads/talk-control.ts'
import { announce } from '#components/ui/announce.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { touches } from '#lib/domain/talk/places.ts'
import type { Mode } from './model.ts'
import type { OpenArticle } from './open-article.ts'
import type { Density } from './sentence-marks.ts'
import { SourcePane } from './source-pane.tsx'
import { SourcesSheet } from './sources-sheet.tsx'
import { TextPane } from './text-pane.tsx'
import { type Boundaries, boundaryKeys, useBoundaries } from './use-boundaries.ts'
import { useHotkeys } from './use-hotkeys.ts'
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
  const { model, editor, annotate, createSource } = article
  const [live, setLive] = useState<ArticleEditor | null>(null)
  const sourcing = useSourcing({
    ...{ model, annotate, createSource, announce },
    select: way.go,
    onNextProblem: () => way.goToProblem(1),
    onUndo: () => editor.current?.commands.undo() ?? false,
  })
  const { status } = sourcing
  const divider = model.view.readOnly ? null : article.divider
  const boundaries = useBoundaries(divider, status, editor, mode === 'write')
  const marks = useThreadMarks(article, talk.control)
  useHotkeys([...boundaryKeys(boundaries), ...commentKeys(talk.control)])
  const onEditor = (made: ArticleEditor | null) => {
    editor.current = made
    setLive(made)
  }
  const { isAwaited } = way
  const { loaded } = model.view
  useEffect(() => {
    if (!live || !loaded || !isAwaited.current) return
    isAwaited.current = false
    live.commands.focus()
  }, [live, loaded, isAwaited])
  return (
    <div className="write">
      <main className="write-main" id="work" tabIndex={-1}>
        <TextPane
          {...{ article, mode, density, live, onEditor }}
          threads={marks}
          onComment={talk.control.begin}
        />
        {mode === 'source' && (
          <SourcePane sourcing={sourcing} current={model.current ?? 0} way={way} />
        )}
      </main>
      <SourcesSheet status={status} count={model.statuses.length}>
        <Beside
          {...{ article, sourcing, boundaries, orphans, talk }}
          showsKeys={mode === 'write'}
          onLeave={() => leavePanel(mode, model.current ?? 0, editor.current)}
        />
      </SourcesSheet>
    </div>
  )
}

interface BesideProps {
  readonly article: OpenArticle
  readonly sourcing: Sourcing
  readonly boundaries: Boundaries | null
  readonly orphans: readonly Annotation[]
  readonly talk: OpenTalk
  readonly showsKeys: boolean
  readonly onLeave: () => void
}

/** What stands beside the text: the sentence, or what people say. */
function Beside({ article, sourcing, boundaries, orphans, talk, showsKeys, onLeave }: BesideProps) {
  const { control, tab, setTab } = talk
  const { status, whole } = sourcing
  const open = control.listed?.filter(({ thread }) => !thread.resolved) ?? []
  const here = status ? open.filter(({ place }) => touches(place, status.sentence)) : []
  const showHere = () => {
    setTab('comments')
    control.choose(here[0]?.thread.id ?? null)
  }
  return (
    <>
      <PanelTabs tab={tab} open={open.length} unread={unreadOf(control)} onTab={setTab} />
      {tab === 'comments' ? (
        <Comments talk={control} onLeave={onLeave} />
      ) : status && whole && article.annotate ? (
        <SentencePanel
          {...{ sourcing, whole, status, boundaries, orphans, showsKeys, onLeave }}
          selected={showsKeys ? article.selected : null}
          comments={<CommentsHere count={here.length} onPress={showHere} />}
        />
      ) : (
        <p className="panel-empty muted">
          {article.model.view.loaded
            ? 'As soon as there is a sentence, its sources stand here.'
            : 'The sources of a sentence stand here.'}
        </p>
      )}
    </>
  )
}

const unreadOf = ({ listed }: TalkControl) =>
  listed?.reduce((sum, { unread }) => sum + unread, 0) ?? 0

/** Back to where the sentence was chosen: the text, or its row. */
function leavePanel(mode: Mode, index: number, editor: ArticleEditor | null) {
  if (mode === 'write') editor?.commands.focus()
  else rowElement(index)?.focus()
}
