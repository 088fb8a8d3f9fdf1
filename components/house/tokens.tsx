import { useTranslations } from 'next-intl'
import type { Outcome } from '#components/ui/use-submit.ts'
import { MakeToken } from './make-token.tsx'
import { type ShownToken, TokenLine } from './token-line.tsx'

/** Own tokens for the HTTP interface. Each may do no more than its owner, and no more than its scopes. */
export function Tokens({
  tokens,
  now,
  make,
  revoke,
}: {
  tokens: readonly ShownToken[]
  now: Date
  make: (form: FormData) => Promise<Outcome<{ readonly token: string }>>
  revoke: (form: FormData) => Promise<Outcome<null>>
}) {
  const t = useTranslations('account')
  return (
    <>
      <p className="muted">{t('tokensMean')}</p>
      {tokens.length > 0 && (
        <ul className="tokens">
          {tokens.map((token) => (
            <TokenLine key={token.id} {...{ token, now, revoke }} />
          ))}
        </ul>
      )}
      <MakeToken action={make} />
    </>
  )
}
