import { useTranslations } from 'next-intl'
import { useTimeWords } from '#components/ui/time-words.ts'
import { useRow } from '#components/ui/use-row.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { SCOPES, type Scope } from '#lib/domain/access/scopes.ts'
import { RevokeToken } from './revoke-token.tsx'

export interface ShownToken {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
  readonly scopes: readonly Scope[] | null
  readonly expiresAt: string | null
}

interface TokenLineProps {
  readonly token: ShownToken
  /** Whose it is, for others. */
  readonly owner?: string
  readonly now: Date
  readonly revoke: (form: FormData) => Promise<Outcome<null>>
}

/** A token in a list, with what it may and when it was used. */
export function TokenLine({ token, owner, now, revoke }: TokenLineProps) {
  const t = useTranslations('account')
  const named =
    owner === undefined ? token : { ...token, name: t('tokenOf', { name: token.name, owner }) }
  const { createdAt, lastUsedAt, expiresAt } = token
  return (
    <li>
      <div className="grow anywhere">
        <b>
          <bdi>{token.name}</bdi>
        </b>
        {owner !== undefined && (
          <>
            {' · '}
            <bdi>{owner}</bdi>
          </>
        )}
        <div className="small">
          <Scopes scopes={token.scopes} isOwn={owner === undefined} />
          {expiresAt && <Expiry iso={expiresAt} now={now} />}
        </div>
        <div className="small muted">
          {t.rich('made', { when: () => <Time iso={createdAt} now={now} /> })}
          {' · '}
          {lastUsedAt
            ? t.rich('lastUsed', { when: () => <Time iso={lastUsedAt} now={now} /> })
            : t('neverUsed')}
        </div>
      </div>
      <RevokeToken token={named} action={revoke} />
    </li>
  )
}

/** "May: read, write"; all that its owner may. */
function Scopes({ scopes, isOwn }: { scopes: readonly Scope[] | null; isOwn: boolean }) {
  const t = useTranslations('account')
  const row = useRow()
  if (scopes === null) return isOwn ? t('tokenMayAllYouMay') : t('tokenMayAll')
  return t('tokenMay', { scopes: row(SCOPES.filter((scope) => scopes.includes(scope))) })
}

function Expiry({ iso, now }: { iso: string; now: Date }) {
  const t = useTranslations('account')
  const time = useTimeWords()
  const { words, isOver } = time.due(iso, now)
  return (
    <>
      {' · '}
      <time dateTime={iso} title={time.full(iso)}>
        {isOver ? t('expired') : t('expires', { due: words })}
      </time>
    </>
  )
}

function Time({ iso, now }: { iso: string; now: Date }) {
  const time = useTimeWords()
  return (
    <time dateTime={iso} title={time.full(iso)}>
      {time.ago(iso, now)}
    </time>
  )
}
