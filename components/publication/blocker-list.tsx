import { useFormatter, useTranslations } from 'next-intl'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useRow } from '#components/ui/use-row.ts'
import type { Blocker, BlockerKind } from '#lib/domain/publication/gate.ts'
import type { SentenceStatus } from '#lib/domain/review/status.ts'
import { type BlockerGroup, groupBlockers } from './publish-form.ts'

interface BlockerListProps {
  readonly blockers: readonly Blocker[]
  readonly statuses: readonly SentenceStatus[]
  readonly onGo: (index: number) => void
  /** Given the index of its block. */
  readonly onFigure: (block: number) => void
  /** To what concerns the article as a whole; null: it leads nowhere. */
  readonly wayTo?: (blocker: Blocker) => (() => void) | null
}

/** As many as anybody goes through before the list is shorter; a very long article has thousands. */
const SHOWN = 100

/** Everything in the way, by sentence. Each opens its sentence. */
export function BlockerList({ blockers, statuses, onGo, onFigure, wayTo }: BlockerListProps) {
  const t = useTranslations('gate')
  const groups = groupBlockers(blockers)
  return (
    <>
      <ul className="gate">
        {groups.slice(0, SHOWN).map((group) => (
          <li key={`${group.sentence} ${group.figure} ${group.blockers[0]?.message}`}>
            {group.figure !== null ? (
              <FigureBlockers group={group} figure={group.figure} onFigure={onFigure} />
            ) : group.sentence === null ? (
              <ArticleBlockers group={group} wayTo={wayTo} />
            ) : (
              <SentenceBlockers group={group} status={statuses[group.sentence]} onGo={onGo} />
            )}
          </li>
        ))}
      </ul>
      {groups.length > SHOWN && (
        <p className="muted">{t('andMore', { count: groups.length - SHOWN })}</p>
      )}
    </>
  )
}

/** Where what concerns the whole article is put right; null: where one is. */
export function placeOf({ kind, place }: Blocker): 'text' | 'review' | 'state' | 'data' | null {
  if (place) return place
  return PLACES[kind] ?? null
}

const PLACES: Partial<Record<BlockerKind, 'text' | 'review' | 'state'>> = {
  empty: 'text',
  suggestion: 'text',
  questionWithoutSentence: 'review',
  legalReadDue: 'state',
  legalReadStale: 'state',
}

interface ArticleBlockersProps {
  readonly group: BlockerGroup
  readonly wayTo: BlockerListProps['wayTo'] | undefined
}

function ArticleBlockers({ group, wayTo }: ArticleBlockersProps) {
  const [first] = group.blockers
  const way = (first && wayTo?.(first)) ?? null
  const row = (
    <>
      <Icon name="warn" />
      <span>
        {group.blockers.map(({ message }) => (
          <span key={message} className="w">
            {message}
          </span>
        ))}
      </span>
    </>
  )
  if (!way) return <div className="gate-row">{row}</div>
  return (
    <button type="button" className="gate-row" onClick={way}>
      {row}
      <span className="go">
        <Icon name="next" />
      </span>
    </button>
  )
}

interface FigureBlockersProps {
  readonly group: BlockerGroup
  readonly figure: number
  readonly onFigure: (block: number) => void
}

function FigureBlockers({ group, figure, onFigure }: FigureBlockersProps) {
  const t = useTranslations('gate')
  const tasks = useTasks(group)
  const [first] = group.blockers
  return (
    <button type="button" className="gate-row" onClick={() => onFigure(figure)}>
      <Icon name="warn" />
      <span>
        <span className="w">{t('picture', { tasks })}</span>
        {first?.text && (
          <span className="d" dir="auto">
            {first.text}
          </span>
        )}
        {group.blockers.filter(isOfCredit).map(({ kind, message }) => (
          <span key={kind} className="why">
            {message}
          </span>
        ))}
      </span>
      <span className="go">
        <span className="hide-s">{t('waitsForWriters')}</span> <Icon name="next" />
      </span>
    </button>
  )
}

/** Why there has to be another; what is missing is all said by the task. */
const isOfCredit = ({ kind }: Blocker) => kind.startsWith('credit')

interface SentenceBlockersProps {
  readonly group: BlockerGroup
  /** Undefined when the server counted another sentence than this page has yet. */
  readonly status: SentenceStatus | undefined
  readonly onGo: (index: number) => void
}

function SentenceBlockers({ group, status, onGo }: SentenceBlockersProps) {
  const t = useTranslations('gate')
  const tasks = useTasks(group)
  const waits = useWaits(group, status)
  const [first] = group.blockers
  const index = group.sentence
  if (!first || index === null) return null
  const glyph = GLYPH_OF[status?.display ?? 'none']
  return (
    <button type="button" className="gate-row" onClick={() => onGo(index)}>
      <span className={`ink-${glyph}`}>
        <Glyph name={glyph} />
      </span>
      <span>
        <span className="w">{t('sentence', { number: index + 1, tasks })}</span>
        <span className="d" dir="auto">
          {first.text}
        </span>
        {group.blockers.filter(needsWords).map(({ kind, message }) => (
          <span key={kind} className="why">
            {message}
          </span>
        ))}
      </span>
      <span className="go">
        <span className="hide-s">{waits}</span> <Icon name="next" />
      </span>
    </button>
  )
}

/** That a reviewer has to approve is all said by the task. */
function needsWords({ kind }: Blocker): boolean {
  return kind !== 'notApproved'
}

/** What is to be done, short. */
function useTasks({ blockers }: BlockerGroup): string {
  const t = useTranslations('gate.task')
  const row = useRow()
  return row(blockers.map(({ kind }) => t(kind)))
}

/** Evidence comes before approval, so a reviewer is waited for only when nothing else is. */
function useWaits({ blockers }: BlockerGroup, status: SentenceStatus | undefined): string {
  const t = useTranslations('gate')
  const { list } = useFormatter()
  const ofReview: readonly BlockerKind[] = ['notApproved', 'stale', 'approvalMissing']
  if (blockers.every(({ kind }) => ofReview.includes(kind))) {
    return status?.lapsed
      ? t('waitsFor', { names: status.lapsed.personName })
      : t('waitsForReviewer')
  }
  const asked = blockers.some(({ kind }) => kind === 'queried' || kind === 'rejected')
  const askers = status?.openQueries.map(({ personName }) => personName) ?? []
  return asked && askers.length
    ? t('waitsFor', { names: list(new Set(askers)) })
    : t('waitsForWriters')
}
