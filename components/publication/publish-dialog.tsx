'use client'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { placesToClear } from '#lib/domain/publication/gate.ts'
import { BlockerList } from './blocker-list.tsx'
import { ChangeFields } from './change-fields.tsx'
import { OverrideFields } from './override-fields.tsx'
import { Preview } from './preview.tsx'
import { canSchedule } from './publish-form.ts'
import { PublishedView } from './published-view.tsx'
import { ScheduleNotice, WhenFields } from './schedule-fields.tsx'
import { usePublishing } from './use-publishing.ts'
import { VersionList } from './version-list.tsx'

export interface PublishDialogProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** From the draft to a version that never changes: what is in the way, what kind of change it is, and the act. */
export function PublishDialog({ isOpen, ...props }: PublishDialogProps) {
  const [note, setNote] = useState('')
  // Mounted anew each time it opens; only the note that was being written outlives a look at a sentence.
  return isOpen ? <OpenPublishDialog {...props} note={note} onNote={setNote} /> : null
}

interface OpenPublishDialogProps extends Omit<PublishDialogProps, 'isOpen'> {
  readonly note: string
  readonly onNote: (note: string) => void
}

function OpenPublishDialog({ model, actions, onClose, note, onNote }: OpenPublishDialogProps) {
  const publishing = usePublishing(model, actions, { note, onNote })
  const { facts, content } = model
  const { input, published, number } = publishing
  if (published) return <PublishedView published={published} facts={facts} onClose={onClose} />
  const goTo = (index: number) => {
    onClose()
    actions.select(index)
    actions.setMode('write')
  }
  const goToFigure = (block: number) => {
    onClose()
    actions.showFigure(block)
  }
  return (
    <Dialog
      title={`Publish version ${number}`}
      note={`/read/${facts.slug}`}
      size="wide"
      isOpen
      onClose={onClose}
      aside={<Preview content={content} input={input} />}
      footer={<Footer publishing={publishing} onClose={onClose} />}
    >
      {facts.schedule && <ScheduleNotice schedule={facts.schedule} actions={actions} />}
      {publishing.refusal && <Notice tone="bad">{publishing.refusal}</Notice>}
      {publishing.isRetraction ? (
        <p className="muted">
          A retraction keeps the published words, with a notice above them. Nothing has to be
          cleared.
        </p>
      ) : (
        <InTheWay model={model} publishing={publishing} onGo={goTo} onFigure={goToFigure} />
      )}
      <ChangeFields
        facts={facts}
        input={input}
        noteError={publishing.noteError}
        onChange={publishing.change}
      />
      {facts.rights.publish && canSchedule(facts, input.change) && (
        <WhenFields value={input.when} onChange={(when) => publishing.change({ ...input, when })} />
      )}
      <VersionList slug={facts.slug} versions={facts.versions} />
    </Dialog>
  )
}

interface InTheWayProps {
  readonly model: ArticleModel
  readonly publishing: ReturnType<typeof usePublishing>
  readonly onGo: (index: number) => void
  readonly onFigure: (block: number) => void
}

/** What stands in the way, and a chief's way past it. */
function InTheWay({ model, publishing, onGo, onFigure }: InTheWayProps) {
  const { blockers, overrides, input } = publishing
  return (
    <section>
      <Gate model={model} blockers={blockers} />
      <BlockerList blockers={blockers} statuses={model.statuses} onGo={onGo} onFigure={onFigure} />
      {overrides.offered.length > 0 && input.when === null && (
        <OverrideFields blockers={overrides.offered} control={overrides} />
      )}
    </section>
  )
}

interface GateProps {
  readonly model: ArticleModel
  readonly blockers: ArticleModel['blockers']
}

function Gate({ model: { statuses, coverage }, blockers }: GateProps) {
  if (blockers.length) {
    return (
      <h3>
        {placesToClear(blockers)} to clear before publication{' '}
        <span className="muted">each opens its sentence</span>
      </h3>
    )
  }
  const people = new Set(
    statuses.flatMap(({ approvals }) => approvals.map(({ personId }) => personId)),
  )
  return (
    <h3 className="ready">
      <span className="ok">
        <Icon name="check" />
        Ready: {coverage.approved} of {coverage.sentences} sentences approved by{' '}
        {people.size === 1 ? '1 person' : `${people.size} people`}.
      </span>
    </h3>
  )
}

interface FooterProps {
  readonly publishing: ReturnType<typeof usePublishing>
  readonly onClose: () => void
}

/** The button stays in reach, and says what is missing. */
function Footer({ publishing, onClose }: FooterProps) {
  const { number, obstacles, overrides, isRetraction, isBusy, input } = publishing
  const act = input.when === null ? 'Publish' : 'Schedule'
  const what = isRetraction ? 'Retract' : `${act} version ${number}`
  const toClear = isRetraction ? 0 : placesToClear(overrides.left)
  return (
    <>
      <span className="muted small grow" id="publish-why">
        {obstacles.length
          ? obstacles.join(' ')
          : `Once published, version ${number} never changes.`}
      </span>
      <button type="button" className="btn" onClick={onClose}>
        Keep the draft
      </button>
      <button
        type="button"
        className={obstacles.length ? 'btn' : 'btn primary'}
        aria-disabled={obstacles.length > 0 || isBusy}
        aria-describedby="publish-why"
        onClick={publishing.publish}
      >
        {toClear ? `${what}: ${toClear} to clear` : what}
      </button>
    </>
  )
}
