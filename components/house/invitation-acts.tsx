'use client'

import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { useSubmit } from '#components/ui/use-submit.ts'
import { InvitationLink } from './invitation-link.tsx'
import type { InvitationActions, ListedInvitation, MadeLink } from './invitation-model.ts'

/** What an administrator does with an invitation that nobody has used. */
export function InvitationActs({
  invitation: { id, name, state, endedAt },
  actions,
}: {
  invitation: ListedInvitation
  actions: InvitationActions
}) {
  const [made, setMade] = useState<MadeLink | null>(null)
  const again = useSubmit(actions.sendAgain, setMade)
  const revoke = useSubmit(actions.revoke, () => announce(`The invitation of ${name} is revoked.`))
  const trouble = again.general || revoke.general
  return (
    <div className="hookacts">
      {trouble && (
        <span className="err" role="alert">
          {trouble}
        </span>
      )}
      <form onSubmit={again.onSubmit}>
        <input type="hidden" name="id" value={id} />
        <button
          type="submit"
          className="btn sm"
          aria-label={`Send again to ${name}`}
          title="Makes another link; the one before ends"
          aria-disabled={again.pending}
        >
          Send again
        </button>
      </form>
      {endedAt === null && state !== 'lapsed' && (
        <form onSubmit={revoke.onSubmit}>
          <input type="hidden" name="id" value={id} />
          <button
            type="submit"
            className="btn sm danger"
            aria-label={`Revoke the invitation of ${name}`}
            aria-disabled={revoke.pending}
          >
            Revoke
          </button>
        </form>
      )}
      <Dialog
        title={`Another link for ${name}`}
        size="medium"
        isOpen={made !== null}
        onClose={() => setMade(null)}
        footer={
          <>
            <span className="grow" />
            <button type="button" className="btn primary" onClick={() => setMade(null)}>
              Done
            </button>
          </>
        }
      >
        {made && <InvitationLink made={made} />}
      </Dialog>
    </div>
  )
}
