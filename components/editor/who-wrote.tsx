'use client'
import type { Editor } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { Toolbar as AriaToolbar } from 'react-aria-components/Toolbar'
import { When } from '#components/ui/when.tsx'
import type { NamedRun } from '#lib/domain/history/written.ts'
import { Tool } from './tool.tsx'
import { useWhoWrote } from './use-who-wrote.ts'

type Asked = ReturnType<typeof useWhoWrote>

interface ReaderToolsProps {
  readonly editor: Editor
  readonly articleId: string
  /** Begins a comment on what is selected. */
  readonly onComment: () => void
}

/** For those who may only read and comment. One stop of Tab, as of those who write. */
export function ReaderTools({ editor, articleId, onComment }: ReaderToolsProps) {
  const t = useTranslations('editor')
  const asked = useWhoWrote(editor, articleId)
  return (
    <div className="format-bar">
      <AriaToolbar className="tools-row" aria-label={t('tools')}>
        <Tool label={t('comment')} keys={t('keys.comment')} onPress={onComment}>
          {t('comment')}
        </Tool>
        <WhoWroteButton {...asked} />
      </AriaToolbar>
      <WhoWroteList {...asked} />
    </div>
  )
}

export function WhoWroteButton({ ask }: Pick<Asked, 'ask'>) {
  const t = useTranslations('editor')
  return (
    <button
      type="button"
      className="btn quiet sm"
      title={t('whoWroteHint')}
      // The text keeps its selection: it says what is asked about.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => void ask()}
    >
      {t('whoWrote')}
    </button>
  )
}

/** So many stretches are listed; the rest is counted. */
const SHOWN = 40
const LONGEST = 90

/** People and times, stretch by stretch. */
export function WhoWroteList({ state, close }: Pick<Asked, 'state' | 'close'>) {
  const t = useTranslations('editor')
  const ui = useTranslations('ui')
  if (state.kind === 'closed') return null
  return (
    <section className="who-wrote" aria-label={t('whoWrote')}>
      <div role="status">
        {state.kind === 'asking' && <p className="muted">{t('asking')}</p>}
        {state.kind === 'refused' && <p className="err">{state.message}</p>}
        {state.kind === 'told' && <Told runs={state.runs} />}
      </div>
      <button type="button" className="btn quiet sm" onClick={close}>
        {ui('close')}
      </button>
    </section>
  )
}

function Told({ runs }: { readonly runs: readonly NamedRun[] }) {
  const t = useTranslations('editor')
  if (!runs.length) return <p className="muted">{t('notThereYet')}</p>
  return (
    <>
      <ul>
        {runs.slice(0, SHOWN).map(({ block, from, text, personName, at }) => (
          <li key={`${block} ${from}`}>
            {t.rich('wroteRun', {
              name: personName,
              text: short(text),
              who: (name) => <b>{name}</b>,
              when: () => <When at={at} />,
              said: (words) => <q dir="auto">{words}</q>,
            })}
          </li>
        ))}
      </ul>
      {runs.length > SHOWN && (
        <p className="muted">{t('moreRuns', { count: runs.length - SHOWN })}</p>
      )}
    </>
  )
}

/** Both ends of what is long. */
function short(text: string): string {
  const characters = [...text]
  if (characters.length <= LONGEST) return text
  const half = LONGEST / 2
  return `${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}`
}
