import { useTranslations } from 'next-intl'
import { type ReactNode, useRef, useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { hidden } from '#components/ui/hidden.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { OpenedIdentity as Opened } from '#lib/collab/browser/vault-api.ts'
import { AlreadyOut } from './already-out.tsx'
import type { IdentityDesk } from './use-identity.ts'

interface OpenedIdentityProps {
  readonly desk: IdentityDesk
  readonly identity: Opened
  readonly isOwner: boolean
  readonly onEdit: () => void
}

/** What was locked up, in a dialog that is closed again. */
export function OpenedIdentity({ desk, identity, isOwner, onEdit }: OpenedIdentityProps) {
  const t = useTranslations('identity')
  const ui = useTranslations('ui')
  const [isSure, setSure] = useState(false)
  return (
    <Dialog
      title={t('title')}
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
              {t(isSure ? 'destroyForGood' : 'destroy')}
            </button>
          )}
          <span className="grow" />
          {isOwner && (
            <button type="button" className="btn" onClick={onEdit}>
              {t('edit')}
            </button>
          )}
          <button type="button" className="btn primary" onClick={desk.close}>
            {ui('close')}
          </button>
        </>
      }
    >
      {desk.trouble && <Notice tone="bad">{desk.trouble}</Notice>}
      {isSure && <Notice tone="bad">{t('destroyMeans')}</Notice>}
      <AlreadyOut published={identity.published} />
      <dl className="facts">
        <Line name={t('name')}>{identity.name}</Line>
        <Lines name={t('otherNames')} values={identity.otherNames} />
        <Lines name={t('contacts')} values={identity.contacts} />
        {identity.note && <Line name={t('note')}>{identity.note}</Line>}
        <Lines name={t('notLookedFor')} values={identity.harmless} />
        <dt>{t('recordings')}</dt>
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
  const t = useTranslations('identity')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <>
      {!recordings.length && <span className="muted">{t('noRecordings')}</span>}
      <ul className="plain-list">
        {recordings.map((id, index) => (
          <li key={id}>
            <button type="button" className="btn sm" onClick={() => void desk.save(id)}>
              {t('saveFile', { number: index + 1 })}
            </button>
            {isOwner && (
              <button
                type="button"
                className="btn quiet sm"
                onClick={() => void desk.removeRecording(id)}
              >
                {t.rich('destroyFile', { number: index + 1, hidden })}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isOwner && (
        <button type="button" className="btn sm" onClick={() => picker.current?.click()}>
          <Icon name="plus" />
          {t('lockFile')}
        </button>
      )}
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('fileToLock')}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file) void desk.addRecording(file)
        }}
      />
    </>
  )
}
