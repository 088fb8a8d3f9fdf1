import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { Outcome } from '#components/ui/use-submit.ts'
import { type ShownToken, TokenLine } from './token-line.tsx'

interface EverybodysTokensProps {
  readonly tokens: readonly (ShownToken & { readonly personName: string })[]
  readonly now: Date
  readonly revoke: (form: FormData) => Promise<Outcome<null>>
}

/** Which programs act in whose name, for administrators. */
export function EverybodysTokens({ tokens, now, revoke }: EverybodysTokensProps) {
  const t = useTranslations('account')
  if (!tokens.length) return <EmptyState title={t('noTokens')} text={t('noTokensMeans')} />
  return (
    <ul className="tokens" aria-label={t('everybodysTokens')}>
      {tokens.map((token) => (
        <TokenLine key={token.id} {...{ token, now, revoke }} owner={token.personName} />
      ))}
    </ul>
  )
}
