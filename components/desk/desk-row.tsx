import Link from 'next/link'
import { Avatar } from '#components/ui/avatar.tsx'
import { CoverageBar } from '#components/ui/coverage-bar.tsx'
import { GLYPH_OF } from '#components/ui/display.ts'
import { Glyph } from '#components/ui/glyph.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { agoWords, fullTime } from '#components/ui/time-words.ts'
import { type DeskLine, STATE_WORDS } from './entry.ts'
import { problemsOf } from './problems.ts'

export function DeskRow({ line, meId, now }: { line: DeskLine; meId: string; now: Date }) {
  const { coverage, present, changedAt } = line
  return (
    <tr>
      <td>
        <TitleCell line={line} />
      </td>
      <td className="st">
        <span>{STATE_WORDS[line.state]}</span>
        <Clearance line={line} />
      </td>
      <td className="cv">
        {coverage ? (
          <CoverageBar coverage={coverage} />
        ) : (
          <span className="err">
            <Icon name="warn" />
            This article cannot be read just now
          </span>
        )}
      </td>
      <td className="who">
        {present.length > 0 && (
          <span className="avas">
            <span className="vh">Here now: </span>
            {present.map((person) => (
              <Avatar key={person.id} person={person} you={person.id === meId} />
            ))}
          </span>
        )}
      </td>
      <td className="when muted">
        <time dateTime={changedAt} title={fullTime(changedAt)}>
          {agoWords(changedAt, now)}
        </time>
      </td>
    </tr>
  )
}

function TitleCell({ line }: { line: DeskLine }) {
  const problems = problemsOf(line)
  return (
    <>
      <Link className="t" href={`/articles/${line.id}`}>
        <bdi>{line.title || 'Nothing written yet'}</bdi>
      </Link>
      <div className="sub">
        <span>/{line.slug}</span>
        {line.restricted && (
          <span>
            <Icon name="lock" /> Restricted
          </span>
        )}
      </div>
      {line.mentions > 0 && (
        <div className="why">
          <span className="unread-dot" aria-hidden="true" />
          {line.mentions === 1
            ? 'You are mentioned in a comment'
            : `You are mentioned in ${line.mentions} comments`}
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

/** How far an article in review is from publication. */
function Clearance({ line }: { line: DeskLine }) {
  if (line.state !== 'inReview' || !line.coverage) return null
  const words = line.blockers === 0 ? 'Ready to publish' : `${line.blockers} to clear`
  return <div className="small muted num">{words}</div>
}
