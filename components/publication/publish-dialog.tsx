'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '#components/ui/dialog.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { ArticleActions, ArticleModel } from '#components/workspace/model.ts'
import { type Blocker, placesToClear } from '#lib/domain/publication/gate.ts'
import { BlockerList, placeOf } from './blocker-list.tsx'
import { ChangeFields } from './change-fields.tsx'
import { OverrideFields } from './override-fields.tsx'
import { Preview } from './preview.tsx'
import { type PublishDraft, usePublishDraft } from './publish-draft.ts'
import { canSchedule } from './publish-form.ts'
import { PublishedView } from './published-view.tsx'
import { ScheduleNotice, WhenFields } from './schedule-fields.tsx'
import { type PublishGate, usePublishGate } from './use-publish-gate.ts'
import { usePublishing } from './use-publishing.ts'
import { VersionList } from './version-list.tsx'
import { WarningFields } from './warning-fields.tsx'

export interface PublishDialogProps {
  readonly model: ArticleModel
  readonly actions: ArticleActions
  readonly isOpen: boolean
  /** This, the article's data, or the menu of its state. */
  readonly onOpen: (what: 'publish' | 'data' | 'state') => void
  readonly onClose: () => void
}

/**
 * From the draft to a version that never changes: what is in the way, what kind of change it is, and the act. Whoever goes to
 * a sentence finds the way back, and what they wrote.
 */
export function PublishDialog({ isOpen, onClose, ...props }: PublishDialogProps) {
  const { model, actions, onOpen } = props
  const draft = usePublishDraft(model)
  const gate = usePublishGate(model, actions, draft, isOpen)
  // How many versions there were when one left: another one is another draft.
  const [leftAt, setLeftAt] = useState<number | null>(null)
  const versions = model.facts.versions.length
  const close = (isLook: boolean) => {
    setLeftAt(isLook ? versions : null)
    onClose()
  }
  if (isOpen)
    return (
      <OpenPublishDialog
        {...{ ...props, draft, gate }}
        onClose={() => close(false)}
        onLook={() => close(true)}
      />
    )
  if (leftAt !== versions || !model.facts.rights.publish) return null
  return <BackToPublish toDo={gate.toDo} onPress={() => onOpen('publish')} />
}

function BackToPublish({ toDo, onPress }: { toDo: number; onPress: () => void }) {
  const t = useTranslations('publishing')
  return (
    <div className="publish-back">
      <button type="button" className="btn sm" onClick={onPress}>
        <Icon name="back" /> {t('back', { count: toDo })}
      </button>
    </div>
  )
}

interface OpenPublishDialogProps extends Omit<PublishDialogProps, 'isOpen'> {
  readonly draft: PublishDraft
  readonly gate: PublishGate
  /** Closes for a look: the way back stays. */
  readonly onLook: () => void
}

function OpenPublishDialog(props: OpenPublishDialogProps) {
  const { model, actions, onClose, draft, gate } = props
  const t = useTranslations('publishing')
  const publishing = usePublishing(model, actions, { draft, gate })
  const { facts, content } = model
  const { input, published, number } = publishing
  if (published) return <PublishedView published={published} facts={facts} onClose={onClose} />
  return (
    <Dialog
      title={t('publish', { number })}
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
          {t('retraction')}
          {facts.state !== 'published' && ` ${t('retractionLeaves')}`}
        </p>
      ) : (
        <InTheWay {...{ ...props, publishing }} />
      )}
      <ChangeFields
        model={model}
        input={input}
        noteError={publishing.noteError}
        correctionErrors={publishing.correctionErrors}
        onChange={publishing.change}
      />
      {facts.rights.publish && canSchedule(facts, input.change) && (
        <WhenFields value={input.when} onChange={(when) => publishing.change({ ...input, when })} />
      )}
      <VersionList slug={facts.slug} versions={facts.versions} />
    </Dialog>
  )
}

interface InTheWayProps extends OpenPublishDialogProps {
  readonly publishing: ReturnType<typeof usePublishing>
}

/** What stands in the way, a chief's way past it, and what is warned of. */
function InTheWay(props: InTheWayProps) {
  const { model, publishing } = props
  const { blockers, overrides, warnings } = publishing
  const ways = waysOut(props)
  return (
    <>
      <section>
        <Gate model={model} blockers={blockers} left={overrides.left} />
        <BlockerList blockers={blockers} statuses={model.statuses} {...ways} />
        {overrides.offered.length > 0 && (
          <OverrideFields blockers={overrides.offered} control={overrides} />
        )}
      </section>
      <WarningFields control={warnings} onGo={ways.onGo} />
    </>
  )
}

/** Each closes the dialog for a look, and goes to where something is put right. */
function waysOut({ actions, onLook, onOpen }: InTheWayProps) {
  const looking = (then: () => void) => () => {
    onLook()
    then()
  }
  const articleWide: Record<NonNullable<ReturnType<typeof placeOf>>, () => void> = {
    text: looking(() => actions.setMode('write')),
    review: looking(() => actions.setMode('review')),
    data: looking(() => onOpen('data')),
    state: looking(() => onOpen('state')),
  }
  return {
    onGo: (index: number) =>
      looking(() => {
        actions.select(index)
        actions.setMode('write')
      })(),
    onFigure: (block: number) => looking(() => actions.showFigure(block))(),
    wayTo: (blocker: Blocker) => {
      const place = placeOf(blocker)
      return place && articleWide[place]
    },
  }
}

interface GateProps {
  readonly model: ArticleModel
  readonly blockers: ArticleModel['blockers']
  /** What a chief has given no reason for. */
  readonly left: ArticleModel['blockers']
}

function Gate({ model: { statuses, coverage }, blockers, left }: GateProps) {
  const { approved, sentences } = coverage
  const t = useTranslations('gate')
  const toClear = placesToClear(left)
  if (blockers.length) {
    return (
      <h3>
        {toClear ? t('toClear', { count: toClear }) : t('inSpite')}{' '}
        <span className="muted">{t('eachOpens')}</span>
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
        {t('ready', { approved, sentences, people: people.size })}
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
  const { number, obstacles, overrides, warnings, isRetraction, isBusy, input } = publishing
  const t = useTranslations('publishing')
  const act = t(input.when === null ? 'publish' : 'schedule', { number })
  const what = isRetraction ? t('retract') : act
  const toClear = isRetraction ? 0 : placesToClear(overrides.left)
  const isInSpite = !isRetraction && overrides.wishes.length + warnings.wishes.length > 0
  return (
    <>
      <span className="muted small grow" id="publish-why">
        {obstacles.length
          ? obstacles.join(' ')
          : `${isInSpite ? `${t('inSpite')} ` : ''}${t('neverChanges', { number })}`}
      </span>
      <button type="button" className="btn" onClick={onClose}>
        {t('keepDraft')}
      </button>
      <button
        type="button"
        className={obstacles.length ? 'btn' : 'btn primary'}
        aria-disabled={obstacles.length > 0 || isBusy}
        aria-describedby="publish-why"
        onClick={publishing.publish}
      >
        {toClear ? t('withToClear', { what, count: toClear }) : what}
      </button>
    </>
  )
}
