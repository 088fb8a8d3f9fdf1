import { useTimeWords } from '#components/ui/time-words.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import type { Scope } from '#lib/domain/access/scopes.ts'
import { RevokeToken } from './revoke-token.tsx'
import { scopesInWords } from './scope-words.ts'

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
  const named = owner === undefined ? token : { ...token, name: `${token.name} of ${owner}` }
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
          May: {scopesInWords(token.scopes, owner === undefined ? 'you' : 'its owner')}
          {token.expiresAt && <Expiry iso={token.expiresAt} now={now} />}
        </div>
        <div className="small muted">
          Made <Time iso={token.createdAt} now={now} />
          {' · '}
          {token.lastUsedAt ? (
            <>
              last used <Time iso={token.lastUsedAt} now={now} />
            </>
          ) : (
            'never used'
          )}
        </div>
      </div>
      <RevokeToken token={named} action={revoke} />
    </li>
  )
}

function Expiry({ iso, now }: { iso: string; now: Date }) {
  const time = useTimeWords()
  const { words, isOver } = time.due(iso, now)
  return (
    <>
      {' · '}
      <time dateTime={iso} title={time.full(iso)}>
        {isOver ? 'expired' : `expires ${words}`}
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
