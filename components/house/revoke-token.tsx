'use client'

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
  const { pending, onSubmit, general } = useSubmit(action, () => announce(`${token.name} revoked.`))
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
        aria-label={`Revoke ${token.name}`}
        aria-disabled={pending}
      >
        Revoke
      </button>
    </form>
  )
}
