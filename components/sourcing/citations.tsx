'use client'
import { useTranslations } from 'next-intl'
import { KeyOf } from '#components/keys/key-words.tsx'
import { Icon } from '#components/ui/icon.tsx'
import type { Words } from '#components/ui/words.ts'
import type { Subject } from '#lib/domain/review/parts.ts'
import { type Citation, RELATIONS } from '#lib/domain/sourcing/annotation.ts'
import { CitationItem } from './citation-item.tsx'
import { citationsOf, removedWords } from './evidence-commands.ts'
import { SourcePicker } from './later-picker.tsx'
import { restFocus } from './rest-focus.ts'
import type { Sourcing } from './use-sourcing.ts'

interface CitationsProps {
  readonly sourcing: Sourcing
  readonly status: Subject
}

/** What the sentence rests on, and the way to add to it. */
export function Citations({ sourcing, status }: CitationsProps) {
  const t = useTranslations('citing')
  const { editable, picking } = sourcing
  const citations = citationsOf(status)
  return (
    <div className="panel-section">
      <div className="panel-row">
        <h2 className="panel-title">{t('sources')}</h2>
        <span className="muted small">{countRelations(t, citations)}</span>
        <span className="grow" />
        {editable && !picking && (
          <button type="button" className="btn sm" onClick={() => sourcing.openPicker('panel')}>
            <Icon name="plus" /> {t('add')} <KeyOf command="search" />
          </button>
        )}
      </div>
      {picking && <Picker sourcing={sourcing} index={status.sentence.index} />}
      {!citations.length && !picking && (
        <p className="muted small">
          {status.evidence === 'exempt' ? t('noneNeeded') : editable ? t('noneYet') : t('none')}
        </p>
      )}
      <ul className="citations">
        {citations.map((citation) => (
          <Item key={citation.id} citation={citation} sourcing={sourcing} status={status} />
        ))}
      </ul>
    </div>
  )
}

interface PickerProps {
  readonly sourcing: Sourcing
  readonly index: number
}

function Picker({ sourcing, index }: PickerProps) {
  const t = useTranslations('citing')
  const { picking, findSource } = sourcing
  if (!picking) return null
  const replaced = picking.replaces && findSource(picking.replaces.sourceId)
  const insteadOf = replaced ? t('insteadOf', { title: replaced.title }) : t('insteadOfUnknown')
  return (
    <SourcePicker
      label={picking.replaces ? insteadOf : t('source')}
      initial={picking.text}
      files={picking.files}
      sources={sourcing.sources}
      onPick={sourcing.pick}
      onCreate={sourcing.createSource}
      onCancel={() => {
        sourcing.closePicker()
        restFocus(picking.origin, index)
      }}
    />
  )
}

interface ItemProps extends CitationsProps {
  readonly citation: Citation
}

function Item({ citation, sourcing, status }: ItemProps) {
  const { opened, findSource, change, announce, words } = sourcing
  const source = findSource(citation.sourceId)
  const { index } = status.sentence
  const origin = opened?.origin ?? 'panel'
  const isOpen =
    opened?.citation === citation.id ||
    (opened?.citation === null && opened.source === citation.sourceId && isBare(citation))
  return (
    <CitationItem
      citation={citation}
      source={source}
      editable={sourcing.editable}
      isOpen={isOpen}
      onOpen={() => sourcing.openCitation(citation.id, 'panel')}
      onClose={() => {
        sourcing.closeCitation()
        restFocus(origin, index)
      }}
      onChange={(next) => change(status, (annotate, now) => annotate.changeCitation(now, next))}
      onReplace={() => sourcing.openPicker('panel', citation)}
      onRemove={() => {
        change(status, (annotate, now) => annotate.removeCitation(now, citation))
        announce(removedWords(words, source))
        restFocus('panel', index)
      }}
    />
  )
}

function isBare({ quote, locator }: Citation): boolean {
  return !quote && !locator
}

function countRelations(t: Words<'citing'>, citations: readonly Citation[]): string {
  const count = (relation: Citation['relation']) =>
    citations.filter((citation) => citation.relation === relation).length
  return RELATIONS.flatMap((relation) => {
    const cited = count(relation)
    return cited ? [t(`count.${relation}`, { count: cited })] : []
  }).join(', ')
}
