import Link from 'next/link'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Outcome } from '#components/ui/use-submit.ts'
import { When } from '#components/ui/when.tsx'
import { groupOverrides } from '#lib/domain/publication/override-groups.ts'
import { SPITE_WORDS } from '#lib/domain/publication/overrides.ts'
import { repeatedIn } from '#lib/domain/publication/repeated.ts'
import type { VersionRef } from '#lib/domain/publication/version.ts'
import { CorrectionText } from './correction-text.tsx'
import { TakeDown } from './take-down.tsx'

/** A version as the newsroom keeps account of it. */
export interface VersionLine extends VersionRef {
  readonly slug: string
  readonly personName: string
  readonly isSigned: boolean
  readonly takedown: {
    readonly at: string
    readonly reason: string
    readonly personName: string
  } | null
}

type OnTakeDown = ((form: FormData) => Promise<Outcome<null>>) | null

interface VersionsViewProps {
  readonly articleId: string
  readonly title: string
  /** The newest first. */
  readonly versions: readonly VersionLine[]
  /** Null: this person takes nothing down. */
  readonly onTakeDown: OnTakeDown
}

/** Every version of an article: what it changed, who published it, by what it is known, and where it stands. */
export function VersionsView({ articleId, title, versions, onTakeDown }: VersionsViewProps) {
  return (
    <main className="page narrow" id="main">
      <div className="hello">
        <Link
          className="btn quiet icon"
          href={`/articles/${articleId}`}
          aria-label="Back to the article"
        >
          <Icon name="back" />
        </Link>
        <div>
          <h1>Versions</h1>
          <p dir="auto">{title}</p>
        </div>
      </div>
      {!versions.length && (
        <EmptyState
          title="Nothing is published yet"
          text="Each version stays here as readers got it, with what it changed and why."
        />
      )}
      <ul className="version-lines">
        {versions.map((version, at) => (
          <Line
            key={version.number}
            articleId={articleId}
            version={version}
            before={versions[at + 1]}
            repeated={repeatedIn(version, versions)}
            onTakeDown={onTakeDown}
          />
        ))}
      </ul>
    </main>
  )
}

const SHORT = 12

function placeWords(places: readonly (string | null)[]): string {
  if (places.length > 1) return `Each of ${places.length} sentences was published`
  return places[0] ? 'One sentence was published' : 'Published'
}

function Line({
  articleId,
  version,
  before,
  repeated,
  onTakeDown,
}: {
  readonly articleId: string
  readonly version: VersionLine
  readonly before: VersionLine | undefined
  readonly repeated: readonly number[]
  readonly onTakeDown: OnTakeDown
}) {
  const {
    slug,
    number,
    change,
    note,
    correction,
    publishedAt,
    personName,
    hash,
    isSigned,
    takedown,
    overrides,
  } = version
  return (
    <li className="version-line" aria-label={`Version ${number}`}>
      <h2>
        Version {number}: {change === 'first' ? 'first published' : change}
      </h2>
      <p className="small muted">
        <bdi>{personName}</bdi>, <When at={publishedAt} /> · SHA-256{' '}
        <code title={hash}>{hash.slice(0, SHORT)}…</code> · {isSigned ? 'signed' : 'not signed'}
      </p>
      {correction && (
        <p>
          <CorrectionText {...correction} />
          {correction.sentences.length > 0 && (
            <span className="muted">
              In{' '}
              {correction.sentences.length === 1
                ? 'one sentence'
                : `${correction.sentences.length} sentences`}
              .
            </span>
          )}
        </p>
      )}
      {note && <p dir="auto">{note}</p>}
      {groupOverrides(overrides ?? []).map(({ places, what, reason }) => (
        <p key={`${places[0]} ${what} ${reason}`} className="small">
          {placeWords(places)} {SPITE_WORDS[what]}: <q dir="auto">{reason}</q>
        </p>
      ))}
      {takedown && (
        <p className="tombstone">
          <b>Taken down</b> by <bdi>{takedown.personName}</bdi>, <When at={takedown.at} />. Readers
          find this in its place: <q>{takedown.reason}</q>
        </p>
      )}
      <div className="wrap">
        <a className="btn sm" href={`/read/${slug}/v/${number}`}>
          {takedown ? 'See what readers find' : 'Read'}
        </a>
        {!takedown && before && !before.takedown && (
          <a className="btn sm" href={`/read/${slug}/diff/${before.number}/${number}`}>
            What changed since version {before.number}
          </a>
        )}
        {!takedown && (
          <a className="btn sm" href={`/read/${slug}/v/${number}/json`} download>
            Download
          </a>
        )}
        {!takedown && onTakeDown && (
          <TakeDown {...{ articleId, slug, number, repeatedIn: repeated, onTakeDown }} />
        )}
      </div>
    </li>
  )
}
