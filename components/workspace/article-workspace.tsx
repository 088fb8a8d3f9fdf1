'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { KeyDesk } from '#components/keys/key-desk.tsx'
import { useCommands } from '#components/keys/use-commands.ts'
import type { TalkControl } from '#components/threads/talk-control.ts'
import { announce } from '#components/ui/announce.ts'
import { useLaterParts } from '#components/ui/later.tsx'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { ArticleFacts } from '#lib/domain/publication/article-facts.ts'
import { orphansOf } from '#lib/domain/sourcing/orphans.ts'
import { ArchivedNote } from './archived-note.tsx'
import { ArticleTray, DataDialog, PeopleDialog, PublishDialog, ReviewMode } from './later-parts.tsx'
import { type OpenArticle, useOpenArticle } from './open-article.ts'
import { SaveTrouble } from './save-trouble.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar } from './top-bar.tsx'
import { useArrival } from './use-arrival.ts'
import { useDensity } from './use-density.ts'
import { useTalk } from './use-talk.ts'
import { useWay, type Way } from './way.ts'
import { savedWords, toggleTextAndPanel, workspaceKeys } from './workspace-keys.ts'
import { WriteMode } from './write-mode.tsx'

export interface ArticleWorkspaceProps {
  readonly me: Actor
  readonly facts: ArticleFacts
  readonly people: readonly { readonly id: string; readonly name: string; readonly email: string }[]
  readonly embedded: boolean
}

type OpenDialog = 'publish' | 'people' | 'data' | 'tray' | 'state' | null

/** An article's page: the text, its evidence, its review, its publication. */
export function ArticleWorkspace({ me, facts, people, embedded }: ArticleWorkspaceProps) {
  const t = useTranslations('workspace')
  const article = useOpenArticle(me, facts, people)
  const { model } = article
  const way = useWay(article)
  const [density, setDensity] = useDensity()
  const [dialog, setDialog] = useState<OpenDialog>(null)
  const talk = useTalk(article, way.mode)
  const orphans = useMemo(() => orphansOf(model.content), [model.content])
  const dialogs = { model, actions: way.actions, onClose: () => setDialog(null) }
  useArrival(article, way, talk)
  usePageKeys(article, way, dialog, setDialog)
  useLaterParts(model.view.loaded)
  return (
    <div className="workspace" data-mode={way.mode}>
      <a className="skip" href="#work">
        {t('skip')}
      </a>
      <TopBar {...dialogs} mode={way.mode} isStateOpen={dialog === 'state'} onOpen={setDialog} />
      <div className="above">
        <SaveTrouble save={model.view.save} />
        <ArchivedNote facts={model.facts} actions={way.actions} />
        <PublishDialog {...dialogs} isOpen={dialog === 'publish'} onOpen={setDialog} />
      </div>
      {way.mode === 'review' ? (
        <main className="workspace-main" id="work" tabIndex={-1} aria-label={t('article')}>
          <ReviewMode model={model} actions={way.actions} openThreads={placesOf(talk.control)} />
        </main>
      ) : (
        <div className="workspace-main">
          <WriteMode
            article={article}
            way={way}
            mode={way.mode}
            density={density}
            orphans={orphans}
            talk={talk}
          />
        </div>
      )}
      <StatusBar
        model={model}
        mode={way.mode}
        density={density}
        embedded={embedded}
        onDensity={setDensity}
        onNext={() => way.goToProblem(1)}
        orphans={orphans.length}
        onTray={() => setDialog('tray')}
      />
      <KeyDesk />
      {dialog === 'tray' && (
        <ArticleTray article={article} orphans={orphans} way={way} onClose={dialogs.onClose} />
      )}
      <DataDialog {...dialogs} isOpen={dialog === 'data'} />
      <PeopleDialog {...dialogs} people={people} isOpen={dialog === 'people'} />
    </div>
  )
}

/** Where conversations are open: they are news to who decides there. */
const placesOf = ({ listed }: TalkControl) =>
  (listed ?? []).filter(({ thread }) => !thread.resolved).map(({ place }) => place)

/** A dialog has keys of its own, and so has a note to a writer. */
function usePageKeys(
  { model, editor }: OpenArticle,
  way: Way,
  dialog: OpenDialog,
  setDialog: (dialog: OpenDialog) => void,
) {
  const t = useTranslations('workspace')
  const router = useRouter()
  const { facts } = model
  const { mode, enter } = way
  const keys = workspaceKeys({
    enter,
    openHistory: () => router.push(`/articles/${facts.id}/history`),
    publish: facts.rights.publish ? () => setDialog('publish') : null,
    goToProblem: way.goToProblem,
    toggleFocus: () => toggleTextAndPanel(editor.current),
    toggleSource: mode === 'review' ? null : () => enter(mode === 'source' ? 'write' : 'source'),
    sayWhetherSaved: () => announce(savedWords(t, model.view.save)),
  })
  useCommands(dialog ? [] : keys)
}
