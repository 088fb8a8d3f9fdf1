import { useTranslations } from 'next-intl'

export type PanelTab = 'sentence' | 'comments' | 'suggestions'

interface PanelTabsProps {
  readonly tab: PanelTab
  /** What the first tab is about. */
  readonly subject: 'sentence' | 'picture'
  readonly open: number
  readonly unread: number
  /** Open suggestions. */
  readonly suggestions: number
  readonly onTab: (tab: PanelTab) => void
}

/** What the panel beside the text shows: the evidence of a sentence, or what people say about the text. */
export function PanelTabs({ tab, subject, open, unread, suggestions, onTab }: PanelTabsProps) {
  const t = useTranslations('threads')
  return (
    <nav className="seg panel-tabs" aria-label={t('tabs.panel')}>
      <button type="button" aria-pressed={tab === 'sentence'} onClick={() => onTab('sentence')}>
        {t(`tabs.${subject}`)}
      </button>
      <button
        type="button"
        aria-pressed={tab === 'comments'}
        // The text keeps its selection: it may be what one is about to say something about.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onTab('comments')}
      >
        {t('tabs.comments')} {open > 0 && <span className="num">{open}</span>}
        {unread > 0 && (
          <>
            <span className="unread-dot" aria-hidden="true" />
            <span className="vh">{t('tabs.unread', { count: unread })}</span>
          </>
        )}
      </button>
      <button
        type="button"
        aria-pressed={tab === 'suggestions'}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onTab('suggestions')}
      >
        {t('tabs.suggestions')} {suggestions > 0 && <span className="num">{suggestions}</span>}
      </button>
    </nav>
  )
}

interface HereProps {
  readonly count: number
  readonly onPress: () => void
}

/** Says in the panel of a sentence that people talk about it. */
export function CommentsHere({ count, onPress }: HereProps) {
  const t = useTranslations('threads')
  if (!count) return null
  return (
    <p className="comments-here">
      <button type="button" className="btn sm" onClick={onPress}>
        {t('tabs.commentsHere', { count })}
      </button>
    </p>
  )
}
