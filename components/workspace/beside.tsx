import { useTranslations } from 'next-intl'
import type { FigureDesk } from '#components/figures/figure-desk.ts'
import { SentencePanel } from '#components/sourcing/sentence-panel.tsx'
import type { Sourcing } from '#components/sourcing/use-sourcing.ts'
import { Suggestions } from '#components/suggestions/suggestions.tsx'
import { Comments } from '#components/threads/comments.tsx'
import { CommentsHere, PanelTabs } from '#components/threads/panel-tabs.tsx'
import type { TalkControl } from '#components/threads/talk-control.ts'
import { announce } from '#components/ui/announce.ts'
import { questionsOn } from '#lib/domain/review/decisions.ts'
import type { Annotation } from '#lib/domain/sourcing/annotation.ts'
import { touches } from '#lib/domain/talk/places.ts'
import { FigurePanel, Questions } from './later-parts.tsx'
import type { OpenArticle } from './open-article.ts'
import type { Boundaries } from './use-boundaries.ts'
import type { Suggesting } from './use-suggestions.ts'
import type { OpenTalk } from './use-talk.ts'

interface BesideProps {
  readonly article: OpenArticle
  readonly sourcing: Sourcing
  readonly boundaries: Boundaries | null
  readonly orphans: readonly Annotation[]
  readonly talk: OpenTalk
  readonly suggesting: Suggesting
  readonly showsKeys: boolean
  readonly figure: FigureDesk | null
  readonly onLeave: () => void
}

/** What stands beside the text: the sentence, what people say, or what they suggest. */
export function Beside(props: BesideProps) {
  const { talk, suggesting, figure, onLeave } = props
  const { control, tab, setTab } = talk
  return (
    <>
      <PanelTabs
        {...{ tab, open: openIn(control).length, unread: unreadOf(control) }}
        suggestions={suggesting.control.proposals.length}
        subject={figure ? 'picture' : 'sentence'}
        onTab={setTab}
      />
      {tab === 'comments' && <Comments talk={control} onLeave={onLeave} />}
      {tab === 'suggestions' && <Suggestions control={suggesting.control} onLeave={onLeave} />}
      {tab === 'sentence' && <Subject {...props} />}
    </>
  )
}

/** The figure that is selected, else the sentence that the caret is in. */
function Subject(props: BesideProps) {
  const t = useTranslations('workspace')
  const { article, sourcing, boundaries, orphans, talk, showsKeys, figure, onLeave } = props
  const { control, setTab } = talk
  const { status, whole } = sourcing
  if (figure) return <FigurePanel desk={figure} onLeave={onLeave} />
  if (!status || !whole || !article.annotate) {
    return (
      <p className="panel-empty muted">
        {article.model.view.loaded ? t('sourcesThen') : t('sourcesHere')}
      </p>
    )
  }
  const here = openIn(control).filter(({ place }) => touches(place, status.sentence))
  const asked = questionsOn(article.model.facts.queries, whole.sentence.annotationIds)
  const showHere = () => {
    setTab('comments')
    control.choose(here[0]?.thread.id ?? null)
  }
  return (
    <SentencePanel
      {...{ sourcing, whole, status, boundaries, orphans, showsKeys, onLeave }}
      selected={showsKeys ? article.selected : null}
      comments={<CommentsHere count={here.length} onPress={showHere} />}
      questions={
        asked.length > 0 && (
          <Questions
            key={whole.sentence.index}
            queries={asked}
            fingerprint={whole.fingerprint}
            model={article.model}
            actions={{ ...article.remote, announce }}
          />
        )
      }
    />
  )
}

const openIn = ({ listed }: TalkControl) => listed?.filter(({ thread }) => !thread.resolved) ?? []

const unreadOf = ({ listed }: TalkControl) =>
  listed?.reduce((sum, { unread }) => sum + unread, 0) ?? 0
