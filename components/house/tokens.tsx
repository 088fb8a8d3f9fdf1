import { agoWords, fullTime } from '#components/ui/time-words.ts'
import type { Outcome } from '#components/ui/use-submit.ts'
import { MakeToken } from './make-token.tsx'
import { RevokeToken } from './revoke-token.tsx'

interface Token {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** Own tokens for the HTTP interface. Each may do what its owner may, until it is revoked. */
export function Tokens({
  tokens,
  now,
  make,
  revoke,
}: {
  tokens: readonly Token[]
  now: Date
  make: (form: FormData) => Promise<Outcome<{ readonly token: string }>>
  revoke: (form: FormData) => Promise<Outcome<null>>
}) {
  return (
    <>
      <p className="muted">
        A program that sends a token acts in your name, with your roles. Give each program its own.
      </p>
      {tokens.length > 0 && (
        <ul className="tokens">
          {tokens.map((token) => (
            <li key={token.id}>
              <div className="grow">
                <b>
                  <bdi>{token.name}</bdi>
                </b>
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
              <RevokeToken token={token} action={revoke} />
            </li>
          ))}
        </ul>
      )}
      <MakeToken action={make} />
    </>
  )
}

function Time({ iso, now }: { iso: string; now: Date }) {
  return (
    <time dateTime={iso} title={fullTime(iso)}>
      {agoWords(iso, now)}
    </time>
  )
}
