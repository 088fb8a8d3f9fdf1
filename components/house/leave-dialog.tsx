'use client'

import { useTranslations } from 'next-intl'
import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Leave } from './use-leave.ts'

export function LeaveDialog({ leave }: { leave: Leave }) {
  const t = useTranslations('house')
  const { unsent, pending, trouble, confirm, cancel } = leave
  return (
    <Dialog
      title={t('signOut')}
      isOpen={unsent !== null}
      onClose={cancel}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="btn" onClick={cancel}>
            {t('staySignedIn')}
          </button>
          <button
            type="button"
            className={`btn ${unsent ? 'danger' : 'primary'}`}
            aria-disabled={pending}
            onClick={confirm}
          >
            {unsent ? t('signOutAndLose') : t('signOut')}
          </button>
        </>
      }
    >
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      {unsent ? (
        <p>{t.rich('unsentChanges', { count: unsent, b: (text) => <b>{text}</b> })}</p>
      ) : (
        <p>{t('copiesRemoved')}</p>
      )}
    </Dialog>
  )
}
