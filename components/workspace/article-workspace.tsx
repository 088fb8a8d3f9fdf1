'use client'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { ArticleEditor } from '#components/editor/article-editor.ts'
import { PeopleDialog } from '#components/publication/people-dialog.tsx'
import { PublishDialog } from '#components/publication/publish-dialog.tsx'
import { StateMenu } from '#components/publication/state-menu.tsx'
import { ReviewMode } from '#components/review/review-mode.tsx'
import { announce } from '#components/ui/announce.ts'
import { Annotator } from '#lib/collab/browser/annotator.ts'
import { type NewSource, sourcesApi } from '#lib/collab/browser/api.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import { annotating } from '#lib/editor/binding.ts'
import { bindingOf } from '#lib/editor/flat-collaboration.ts'
import type { ArticleActions, Mode } from './model.ts'
import { SaveTrouble } from './save-trouble.tsx'
import { nextProblem } from './sentence-marks.ts'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useContent } from './use-content.ts'
import { useCurrent } from './use-current.ts'
import { useDensity } from './use-density.ts'
import { useFacts } from './use-facts.ts'
import { useHotkeys } from './use-hotkeys.ts'
import { useModel } from './use-model.ts'
import { usePresent } from './use-present.ts'
import { useSession } from './use-session.ts'
import { WriteMode } from './write-mode.tsx'

export interface ArticleWorkspaceProps {
  readonly me: Actor
  readonly facts: ArticleFacts
  readonly people: readonly { readonly id: string; readonly name: string; readonly email: string }[]
  readonly embedded: boolean
}

/** An article's page: the text, its evidence, its review, its publication. */
export function ArticleWorkspace({ me, facts: initial, people, embedded }: ArticleWorkspaceProps) {
  const { facts, refresh, remote } = useFacts(initial)
  const announced = useCallback(() => void refresh(), [refresh])
  const { session, view } = useSession(initial.id, me.id, announced)
  const content = useContent(session)
  const present = usePresent(session, me)
  const [mode, setMode] = useState<Mode>('write')
  const [dialog, setDialog] = useState<'publish' | 'people' | null>(null)
  const [density, setDensity] = useDensity()
  const editor = useRef<ArticleEditor | null>(null)
  const { current, caret, select } = useCurrent(content, facts.lang)
  const model = useModel(me, facts, view, content, current, people, present)

  const annotate = useMemo(() => {
    if (!session) return null
    return new Annotator(session, (run) => {
      const live = editor.current
      if (live && !live.isDestroyed) bindingOf(live).together(run)
      else session.doc.transact(run, annotating)
    })
  }, [session])

  // Whoever enters a mode enters it with the keys: the button gives the focus up, and the mode takes it.
  const enter = (next: Mode) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    setMode(next)
    if (next === 'write') editor.current?.commands.focus()
  }
  const actions: ArticleActions = { ...remote, select, setMode: enter, announce }
  const createSource = useCallback(
    async (source: NewSource) => {
      const answer = await sourcesApi.create(source)
      if (answer.ok) await refresh()
      return answer
    },
    [refresh],
  )
  const goToProblem = (step: 1 | -1) => {
    const next = nextProblem(model.statuses, current, step)
    if (next !== null) select(next)
    else announce('No sentence needs work.')
  }
  useHotkeys([
    { key: 'ArrowDown', alt: true, run: () => goToProblem(1) },
    { key: 'ArrowUp', alt: true, run: () => goToProblem(-1) },
    { key: 'e', mod: true, shift: true, run: () => toggleFocus(editor.current) },
    { key: 'Enter', mod: true, run: () => enter(mode === 'source' ? 'write' : 'source') },
    {
      key: 's',
      mod: true,
      run: () => announce(view.save.kind === 'saved' ? 'Everything is saved.' : 'Not saved yet.'),
    },
  ])
  const shared = { model, session, annotate, editor, caret, density, createSource, announce }
  return (
    <div className="workspace" data-mode={mode}>
      <a className="skip" href="#work">
        Skip to the article
      </a>
      <TopBar
        model={model}
        mode={mode}
        onMode={enter}
        onPublish={() => setDialog('publish')}
        onPeople={() => setDialog('people')}
        stateMenu={<StateMenu model={model} actions={actions} />}
      />
      <SaveTrouble save={view.save} />
      <div className="workspace-main" id="work">
        {mode === 'review' ? (
          <ReviewMode model={model} actions={actions} />
        ) : (
          <WriteMode {...shared} mode={mode} onMode={enter} onSelect={select} />
        )}
      </div>
      <StatusBar
        model={model}
        mode={mode}
        density={density}
        embedded={embedded}
        onDensity={setDensity}
        onNext={() => goToProblem(1)}
      />
      <PublishDialog
        model={model}
        actions={actions}
        isOpen={dialog === 'publish'}
        onClose={() => setDialog(null)}
      />
      <PeopleDialog
        model={model}
        actions={actions}
        people={people}
        isOpen={dialog === 'people'}
        onClose={() => setDialog(null)}
      />
    </div>
  )
}

/** Text and panel, back and forth. */
function toggleFocus(editor: ArticleEditor | null) {
  const panel = document.querySelector<HTMLElement>('[data-panel=sentence]')
  if (panel?.contains(document.activeElement)) editor?.commands.focus()
  else panel?.focus()
}
