'use client'

import { useTranslations } from 'next-intl'
import { announce } from '#components/ui/announce.ts'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'

/** Revokes a token; its programs are refused from then on. */
export function RevokeToken({
  token,
  action,
}: {
  token: { readonly id: string; readonly name: string }
  action: (form: FormData) => Promise<Outcome<null>>
}) {
  const t = useTranslations('account')
  const { name } = token
  const { pending, onSubmit, general } = useSubmit(action, () =>
    announce(t('tokenRevoked', { name })),
  )
  return (
    <form onSubmit={onSubmit}>
      <input type="hidden" name="id" value={token.id} />
      {general && (
        <span className="err" role="alert">
          {general}
        </span>
      )}
      <button
        type="submit"
        className="btn sm danger"
        aria-label={t('revokeToken', { name })}
        aria-disabled={pending}
      >
        {t('revoke')}
      </button>
    </form>
  )
}
