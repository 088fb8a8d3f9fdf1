import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Outcome } from '#components/ui/use-submit.ts'
import { When } from '#components/ui/when.tsx'
import { groupOverrides } from '#lib/domain/publication/override-groups.ts'
import { repeatedIn } from '#lib/domain/publication/repeated.ts'
import type { VersionOverride, VersionRef } from '#lib/domain/publication/version.ts'
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
  const t = useTranslations('versions')
  return (
    <main className="page narrow" id="main" tabIndex={-1} aria-label={t('title')}>
      <div className="hello">
        <Link className="btn quiet icon" href={`/articles/${articleId}`} aria-label={t('back')}>
          <Icon name="back" />
        </Link>
        <div>
          <h1>{t('title')}</h1>
          <p dir="auto">{title}</p>
        </div>
      </div>
      {!versions.length && <EmptyState title={t('none')} text={t('noneText')} />}
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

interface LineProps {
  readonly articleId: string
  readonly version: VersionLine
  readonly before: VersionLine | undefined
  readonly repeated: readonly number[]
  readonly onTakeDown: OnTakeDown
}

function Line({ articleId, version, before, repeated, onTakeDown }: LineProps) {
  const { number, change, note, correction, publishedAt, personName } = version
  const { hash, isSigned, takedown, overrides } = version
  const t = useTranslations('versions')
  return (
    <li className="version-line" aria-label={t('version', { number })}>
      <h2>{t(`heading.${change}`, { number })}</h2>
      <p className="small muted">
        {t.rich('record', {
          name: personName,
          who,
          when: () => <When at={publishedAt} />,
          hash: () => <code title={hash}>{hash.slice(0, SHORT)}…</code>,
          isSigned: String(isSigned),
        })}
      </p>
      {correction && (
        <p>
          <CorrectionText {...correction} />
          {correction.sentences.length > 0 && (
            <span className="muted">
              {t('correctedIn', { count: correction.sentences.length })}
            </span>
          )}
        </p>
      )}
      {note && <p dir="auto">{note}</p>}
      <InSpite overrides={overrides ?? []} />
      {takedown && (
        <p className="tombstone">
          {t.rich('takenDown', {
            b: (words) => <b>{words}</b>,
            name: takedown.personName,
            who,
            when: () => <When at={takedown.at} />,
            reason: takedown.reason,
            q: (words) => <q>{words}</q>,
          })}
        </p>
      )}
      <Ways {...{ articleId, version, before, repeated, onTakeDown }} />
    </li>
  )
}

const who = (name: ReactNode) => <bdi>{name}</bdi>

function InSpite({ overrides }: { readonly overrides: readonly VersionOverride[] }) {
  const t = useTranslations('versions')
  const spite = useTranslations('terms.spite')
  return groupOverrides(overrides).map(({ places, what, reason }) => (
    <p key={`${places[0]} ${what} ${reason}`} className="small">
      {t.rich('inSpite', {
        place: places.length > 1 ? 'sentences' : places[0] ? 'sentence' : 'article',
        count: places.length,
        spite: spite(what),
        reason,
        q: (words) => <q dir="auto">{words}</q>,
      })}
    </p>
  ))
}

/** Where it stands, and what can be done with it. */
function Ways({ articleId, version, before, repeated, onTakeDown }: LineProps) {
  const t = useTranslations('versions')
  const { slug, number, takedown } = version
  return (
    <div className="wrap">
      <a className="btn sm" href={`/read/${slug}/v/${number}`}>
        {t(takedown ? 'seeTombstone' : 'read')}
      </a>
      {!takedown && before && !before.takedown && (
        <a className="btn sm" href={`/read/${slug}/diff/${before.number}/${number}`}>
          {t('changedSince', { number: before.number })}
        </a>
      )}
      {!takedown && (
        <a className="btn sm" href={`/read/${slug}/v/${number}/json`} download>
          {t('download')}
        </a>
      )}
      {!takedown && onTakeDown && (
        <TakeDown {...{ articleId, slug, number, repeatedIn: repeated, onTakeDown }} />
      )}
    </div>
  )
}
