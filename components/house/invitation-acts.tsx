'use client'

import { useTranslations } from 'next-intl'
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
  const t = useTranslations('people')
  const house = useTranslations('house')
  const [made, setMade] = useState<MadeLink | null>(null)
  const again = useSubmit(actions.sendAgain, setMade)
  const revoke = useSubmit(actions.revoke, () => announce(t('revoked', { name })))
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
          aria-label={t('sendAgainTo', { name })}
          title={t('sendAgainMeans')}
          aria-disabled={again.pending}
        >
          {t('sendAgain')}
        </button>
      </form>
      {endedAt === null && state !== 'lapsed' && (
        <form onSubmit={revoke.onSubmit}>
          <input type="hidden" name="id" value={id} />
          <button
            type="submit"
            className="btn sm danger"
            aria-label={t('revokeOf', { name })}
            aria-disabled={revoke.pending}
          >
            {t('revoke')}
          </button>
        </form>
      )}
      <Dialog
        title={t('anotherLink', { name })}
        size="medium"
        isOpen={made !== null}
        onClose={() => setMade(null)}
        footer={
          <>
            <span className="grow" />
            <button type="button" className="btn primary" onClick={() => setMade(null)}>
              {house('done')}
            </button>
          </>
        }
      >
        {made && <InvitationLink made={made} />}
      </Dialog>
    </div>
  )
}
