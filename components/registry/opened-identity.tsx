import { type ReactNode, useRef, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { OpenedIdentity as Opened } from '#lib/collab/browser/vault-api.ts'
import type { IdentityDesk } from './use-identity.ts'

interface OpenedIdentityProps {
  readonly desk: IdentityDesk
  readonly identity: Opened
  readonly isOwner: boolean
  readonly onEdit: () => void
}

/** What was locked up, in a dialog that is closed again. */
export function OpenedIdentity({ desk, identity, isOwner, onEdit }: OpenedIdentityProps) {
  const [isSure, setSure] = useState(false)
  return (
    <Dialog
      title="Who it is"
      size="medium"
      isOpen
      onClose={desk.close}
      footer={
        <>
          {isOwner && (
            <button
              type="button"
              className="btn danger"
              aria-disabled={desk.isBusy}
              onClick={() => (isSure ? void desk.destroy() : setSure(true))}
            >
              {isSure ? 'Destroy it for good' : 'Destroy…'}
            </button>
          )}
          <span className="grow" />
          {isOwner && (
            <button type="button" className="btn" onClick={onEdit}>
              Edit
            </button>
          )}
          <button type="button" className="btn primary" onClick={desk.close}>
            Close
          </button>
        </>
      }
    >
      {desk.trouble && <Notice tone="bad">{desk.trouble}</Notice>}
      {isSure && (
        <Notice tone="bad">
          Nobody will be able to say who this source was, and its recordings will be gone.
        </Notice>
      )}
      <dl className="facts">
        <Line name="Name">{identity.name}</Line>
        <Lines name="Other names" values={identity.otherNames} />
        <Lines name="Contacts" values={identity.contacts} />
        {identity.note && <Line name="Note">{identity.note}</Line>}
        <Lines name="Not looked for" values={identity.harmless} />
        <dt>Recordings</dt>
        <dd>
          <Recordings desk={desk} recordings={identity.recordings} isOwner={isOwner} />
        </dd>
      </dl>
    </Dialog>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="pre-line" dir="auto">
        {children}
      </dd>
    </>
  )
}

function Lines({ name, values }: { readonly name: string; readonly values: readonly string[] }) {
  return values.length ? <Line name={name}>{values.join('\n')}</Line> : null
}

interface RecordingsProps {
  readonly desk: IdentityDesk
  readonly recordings: readonly string[]
  readonly isOwner: boolean
}

/** Numbered: what one is called is opened with it. */
function Recordings({ desk, recordings, isOwner }: RecordingsProps) {
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      {!recordings.length && <span className="muted">none</span>}
      <ul className="plain-list">
        {recordings.map((id, index) => (
          <li key={id}>
            <button type="button" className="btn sm" onClick={() => void desk.save(id)}>
              Save file {index + 1}
            </button>
            {isOwner && (
              <button
                type="button"
                className="btn quiet sm"
                onClick={() => void desk.removeRecording(id)}
              >
                Destroy<span className="vh"> file {index + 1}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {isOwner && (
        <button type="button" className="btn sm" onClick={() => picker.current?.click()}>
          <Icon name="plus" />
          Lock up a file
        </button>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="File to lock up"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void desk.addRecording(file)
        }}
      />
    </>
  )
}
