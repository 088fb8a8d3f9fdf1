'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { useShortcut } from '#components/ui/use-shortcut.ts'
import type { Words } from '#components/ui/words.ts'
import type { SentenceTrace } from '#lib/domain/history/follow.ts'
import { MomentList } from './moment-list.tsx'
import { MomentPane } from './moment-pane.tsx'
import { timeOf } from './moment-words.ts'
import { type History, type HistoryEntry, useHistory } from './use-history.ts'
import { useHistoryWords } from './use-history-words.ts'
import { type Outcome, useRestoring } from './use-restoring.ts'

export interface HistoryViewProps {
  readonly articleId: string
  readonly title: string
  readonly mayName: boolean
  readonly mayRestore: boolean
  /** The one sentence that it is about; null: the whole article. */
  readonly sentence: SentenceTrace | null
  /** The row that one came to see the article after, until a moment is chosen. */
  readonly at?: number | null
  /** What happened then, and when. */
  readonly on?: string | null
}

/** An article's history: its moments, and the article at the one that is chosen. */
export function HistoryView(props: HistoryViewProps) {
  const { articleId, title, mayName, mayRestore, sentence, at = null, on = null } = props
  const t = useTranslations('history')
  const history = useHistory(articleId, sentence)
  const { entries, head } = history.listed
  const [chosen, setChosen] = useState<string | null>(null)
  const { outcome, restore, takeBack } = useRestoring(history, () => setChosen(NEWEST))
  const shown = chosen === null && at !== null ? entryAt(t, entries, at, on) : null
  const entry = shown ?? entries.find(({ key }) => key === chosen) ?? entries[0] ?? null
  const [isAsking, setAsking] = useState(false)
  const canRestore = mayRestore && entry !== null && entry.moment.seq !== head
  useShortcut('restore', () => canRestore && setAsking(true))
  return (
    <div className="workspace history">
      <a className="skip" href="#moment">
        {t('skip')}
      </a>
      <Head articleId={articleId} title={titleAfter(outcome) || title} sentence={sentence} />
      <main
        className="workspace-main history-main"
        tabIndex={-1}
        aria-label={t('ofArticle', { title })}
      >
        <section className="history-list" aria-label={t('moments')}>
          <Listing history={history} chosen={entry} onChoose={({ key }) => setChosen(key)} />
        </section>
        <section className="history-text" id="moment" tabIndex={-1} aria-label={t('articleThen')}>
          <OutcomeNote outcome={outcome} articleId={articleId} onTakeBack={takeBack} />
          {entry && (
            <MomentPane
              key={shown ? 'asked for' : 'chosen'}
              isAskedFor={shown !== null}
              history={history}
              moment={entry.moment}
              mayName={mayName}
              onRestore={mayRestore ? (blockId) => restore(entry.moment.seq, blockId) : null}
            />
          )}
        </section>
      </main>
      {isAsking && entry && (
        <AskRestore
          entry={entry}
          onClose={() => setAsking(false)}
          onRestore={() => restore(entry.moment.seq)}
        />
      )}
    </div>
  )
}

/** No entry has this key: the newest is shown. */
const NEWEST = ''

/** A moment that the address asks for: one of the list, else the row as it was. */
function entryAt(
  t: Words<'history'>,
  entries: readonly HistoryEntry[],
  seq: number,
  on: string | null,
) {
  const known = on === null ? entries.find(({ moment }) => moment.seq === seq) : undefined
  if (known || !entries.length) return known ?? null
  const at = on ?? entries[0]?.moment.at ?? ''
  const names = t(on ? 'beforeLoss' : 'earlierMoment')
  const moment = { kind: 'named', seq, at, personId: '', id: '', name: names } as const
  return { key: '', moment: { ...moment, previous: seq - 1, names: [] }, change: null }
}

/** The page knows the title from before what was restored here. */
const titleAfter = (outcome: Outcome | null) => (outcome?.kind === 'done' ? outcome.title : '')

function Head({
  articleId,
  title,
  sentence,
}: Pick<HistoryViewProps, 'articleId' | 'title' | 'sentence'>) {
  const t = useTranslations('history')
  return (
    <header className="top">
      <Link className="btn quiet icon" href={`/articles/${articleId}`} aria-label={t('back')}>
        <Icon name="back" />
      </Link>
      <div className="crumb">
        <h1 className="crumb-title" dir="auto">
          {sentence ? t('ofSentence', { text: sentence.text || title }) : t('ofArticle', { title })}
        </h1>
      </div>
      <span className="grow" />
      {sentence && (
        <a className="btn sm" href={`/articles/${articleId}/history`}>
          {t('wholeArticle')}
        </a>
      )}
    </header>
  )
}

interface ListingProps {
  readonly history: History
  readonly chosen: HistoryEntry | null
  readonly onChoose: (entry: HistoryEntry) => void
}

function Listing({ history, chosen, onChoose }: ListingProps) {
  const t = useTranslations('history')
  const ui = useTranslations('ui')
  const { listed, state, reload, more } = history
  const { entries, names, next, head } = listed
  const isFollowing = listed.trace !== null
  return (
    <>
      <MomentList
        entries={entries}
        names={names}
        chosen={chosen?.key ?? null}
        onChoose={onChoose}
      />
      {state === 'ready' && !isFollowing && head <= 1 && (
        <p className="muted history-note">{t('begins')}</p>
      )}
      {state === 'ready' && isFollowing && !entries.length && (
        <p className="muted history-note">{t(next === null ? 'inNoMoment' : 'unchangedHere')}</p>
      )}
      {state === 'loading' && (
        <p className="muted history-note" role="status">
          {t('looking')}
        </p>
      )}
      {typeof state === 'object' && (
        <Notice tone="bad">
          {state.message}{' '}
          <button
            type="button"
            className="btn sm"
            onClick={() => void (entries.length ? more() : reload())}
          >
            {ui('tryAgain')}
          </button>
        </Notice>
      )}
      {state === 'ready' && next !== null && (
        <button type="button" className="btn sm history-more" onClick={() => void more()}>
          {t('earlier')}
        </button>
      )}
    </>
  )
}

interface OutcomeNoteProps {
  readonly outcome: Outcome | null
  readonly articleId: string
  readonly onTakeBack: (seq: number) => void
}

function OutcomeNote({ outcome, articleId, onTakeBack }: OutcomeNoteProps) {
  const t = useTranslations('history')
  if (!outcome) return null
  if (outcome.kind === 'failed') return <Notice tone="bad">{outcome.words}</Notice>
  const { from } = outcome
  return (
    <Notice tone="good">
      {outcome.words}{' '}
      {from !== null && (
        <button type="button" className="btn sm" onClick={() => onTakeBack(from)}>
          {t('takeBack')}
        </button>
      )}{' '}
      <Link className="btn sm" href={`/articles/${articleId}`}>
        {t('toArticle')}
      </Link>
    </Notice>
  )
}

interface AskRestoreProps {
  readonly entry: HistoryEntry
  readonly onClose: () => void
  readonly onRestore: () => void
}

/** A single key is pressed by accident; the button is not. */
function AskRestore({ entry, onClose, onRestore }: AskRestoreProps) {
  const words = useHistoryWords()
  const { t } = words
  const ui = useTranslations('ui')
  return (
    <Dialog
      title={t('askRestore')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={onClose}>
            {ui('cancel')}
          </button>
          <button
            type="button"
            className="btn primary"
            onClick={() => {
              onClose()
              onRestore()
            }}
          >
            {t('restore')}
          </button>
        </>
      }
    >
      <p>{t('restoreMeans', { time: timeOf(words, entry.moment) })}</p>
    </Dialog>
  )
}
