'use client'

import { Dialog } from '#components/ui/dialog.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Leave } from './use-leave.ts'

export function LeaveDialog({ leave }: { leave: Leave }) {
  const { unsent, pending, trouble, confirm, cancel } = leave
  const changes = unsent === 1 ? '1 change is' : `${unsent} changes are`
  return (
    <Dialog
      title="Sign out"
      isOpen={unsent !== null}
      onClose={cancel}
      footer={
        <>
          <span className="grow" />
          <button type="button" className="btn" onClick={cancel}>
            Stay signed in
          </button>
          <button
            type="button"
            className={`btn ${unsent ? 'danger' : 'primary'}`}
            aria-disabled={pending}
            onClick={confirm}
          >
            {unsent ? 'Sign out and lose them' : 'Sign out'}
          </button>
        </>
      }
    >
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      {unsent ? (
        <p>
          <b>{changes} only on this device.</b> The server has not confirmed them. Signing out
          removes the copies that Galley keeps here. To keep them, stay signed in and open the
          articles again when the connection is back.
        </p>
      ) : (
        <p>Galley removes its copies of articles from this device.</p>
      )}
    </Dialog>
  )
}
