import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { stateLabel } from '#components/publication/moves.ts'
import { Avatar } from '#components/ui/avatar.tsx'
import { CoverageBar } from '#components/ui/coverage-bar.tsx'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { useTimeWords } from '#components/ui/time-words.ts'
import { useRow } from '#components/ui/use-row.ts'
import type { Archival, State } from '#lib/domain/review/states.ts'
import type { DeskLine } from './entry.ts'
import { problemsOf } from './problems.ts'
import { RowMoves } from './row-moves.tsx'
import { turnWords } from './waiting.ts'

interface DeskRowProps {
  readonly line: DeskLine
  readonly meId: string
  readonly now: Date
  /** Some row can be moved from here: there is a column for it. */
  readonly hasMoves: boolean
}

export function DeskRow({ line, meId, now, hasMoves }: DeskRowProps) {
  const t = useTranslations('desk')
  const time = useTimeWords()
  const moving = useTranslations('moving')
  const { coverage, present, changedAt } = line
  return (
    <tr>
      <td>
        <TitleCell line={line} now={now} />
      </td>
      <td className="st">
        <span>{stateLabel(moving, line.state, line.change)}</span>
        <Clearance line={line} now={now} />
      </td>
      <td className="cv">
        {coverage ? (
          <CoverageBar coverage={coverage} />
        ) : (
          <span className="err">
            <Icon name="warn" />
            {t('unreadable')}
          </span>
        )}
      </td>
      <td className="who">
        {present.length > 0 && (
          <span className="avas">
            <span className="vh">{t('present')} </span>
            {present.map((person) => (
              <Avatar key={person.id} person={person} you={person.id === meId} />
            ))}
          </span>
        )}
      </td>
      <td className="due">{line.deadline && <Deadline at={line.deadline} now={now} />}</td>
      <td className="when muted">
        <time dateTime={changedAt} title={time.full(changedAt)}>
          {time.ago(changedAt, now)}
        </time>
      </td>
      {hasMoves && (
        <td className="acts">
          {(line.may.archive || line.may.takeBack) && <RowMoves {...movable(line)} />}
        </td>
      )}
    </tr>
  )
}

/** What crosses to the browser for a row. */
const movable = ({ id, title, state, archived, version, may }: DeskLine) => ({
  ...{ id, title, state, archived, version, may },
})

type RowProps = Pick<DeskRowProps, 'line' | 'now'>

function TitleCell({ line, now }: RowProps) {
  const t = useTranslations('desk')
  return (
    <>
      <Link className="t" href={`/articles/${line.id}`}>
        <bdi>{line.title || t('nothingWritten')}</bdi>
      </Link>
      <div className="sub">
        <span>/{line.slug}</span>
        {line.restricted && (
          <span>
            <Icon name="lock" /> {t('restricted')}
          </span>
        )}
      </div>
      {line.archived && <Archived archived={line.archived} now={now} />}
      <Why line={line} />
    </>
  )
}

function Archived({ archived, now }: { archived: Archival; now: Date }) {
  const t = useTranslations('desk')
  const time = useTimeWords()
  const { personName: name, at, note } = archived
  const who = (text: ReactNode) => <bdi>{text}</bdi>
  const said = (text: ReactNode) => <q dir="auto">{text}</q>
  const when = () => (
    <time dateTime={at} title={time.full(at)}>
      {time.ago(at, now)}
    </time>
  )
  return (
    <div className="why">
      <span>
        {note
          ? t.rich('archivedWithNote', { name, note, who, when, said })
          : t.rich('archivedBy', { name, who, when })}
      </span>
    </div>
  )
}

/** Why it waits for me, and what is wrong with it. */
function Why({ line }: { line: DeskLine }) {
  const t = useTranslations('desk')
  const row = useRow()
  const turns = turnWords(t, row, line.turns)
  const problems = problemsOf(t, row, line)
  return (
    <>
      {line.mentions > 0 && (
        <div className="why">
          <span className="unread-dot" aria-hidden="true" />
          {t('mentions', { count: line.mentions })}
        </div>
      )}
      {turns && (
        <div className="why">
          <span className="unread-dot" aria-hidden="true" />
          {turns}
        </div>
      )}
      {problems && (
        <div className="why">
          <span className={`ink-${GLYPH_OF[problems.worst]}`}>
            <Glyph name={GLYPH_OF[problems.worst]} />
          </span>
          {problems.words}
        </div>
      )}
    </>
  )
}

function Deadline({ at, now }: { at: string; now: Date }) {
  const t = useTranslations('desk')
  const time = useTimeWords()
  const { words, isOver } = time.due(at, now)
  return (
    <time
      dateTime={at}
      title={t('deadlineAt', { time: time.full(at) })}
      className={isOver ? 'over' : undefined}
    >
      <span className="due-label">{t('deadline')} </span>
      {words}
    </time>
  )
}

const CLEARING: readonly State[] = ['inReview', 'checked', 'legalRead', 'ready']

/** How far an article in review is from publication, or what became of the time that was set. */
function Clearance({ line: { state, coverage, blockers, schedule }, now }: RowProps) {
  const t = useTranslations('desk')
  const time = useTimeWords()
  if (schedule?.failure) return <div className="small err">{t('notPublished')}</div>
  if (schedule) {
    return (
      <div className="small muted num">
        <time dateTime={schedule.at} title={time.full(schedule.at)}>
          {time.due(schedule.at, now).words}
        </time>
      </div>
    )
  }
  if (!CLEARING.includes(state) || !coverage) return null
  const words = blockers === 0 ? t('ready') : t('toClear', { count: blockers })
  return <div className="small muted num">{words}</div>
}
