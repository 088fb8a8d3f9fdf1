'use client'
import { useTranslations } from 'next-intl'
import { type Ref, useRef, useState } from 'react'
import { SourcePicker } from '#components/sourcing/later-picker.tsx'
import { announce } from '#components/ui/announce.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { FigureDesk } from './figure-desk.ts'

/** Whose picture it is: a source of the newsroom, which readers see by its public name. */
export function CreditField({ desk }: { readonly desk: FigureDesk }) {
  const t = useTranslations('figures')
  const { figure, findSource, sources, editable, change, createSource } = desk
  const [isPicking, setPicking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const { credit } = figure.figure
  const source = credit === null ? undefined : findSource(credit)
  const close = () => {
    setPicking(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  const pick = (picked: Source) => {
    change({ credit: picked.id })
    announce(t('credit.chosen', { title: picked.title }))
    close()
  }
  return (
    <div className="field">
      <span className="lab">{t('credit.title')}</span>
      {isPicking ? (
        <SourcePicker
          label={t('credit.whose')}
          sources={sources}
          onPick={pick}
          onCreate={createSource}
          onCancel={close}
        />
      ) : (
        <div className="credit">
          <CreditWords credit={credit} source={source} />
          {editable && (
            <Buttons
              ref={button}
              hasCredit={credit !== null}
              onChoose={() => setPicking(true)}
              onRemove={() => {
                change({ credit: '' })
                button.current?.focus()
              }}
            />
          )}
        </div>
      )}
    </div>
  )
}

interface ButtonsProps {
  /** The one that chooses. */
  readonly ref: Ref<HTMLButtonElement>
  readonly hasCredit: boolean
  readonly onChoose: () => void
  readonly onRemove: () => void
}

function Buttons({ ref, hasCredit, onChoose, onRemove }: ButtonsProps) {
  const t = useTranslations('figures')
  return (
    <span className="wrap">
      <button ref={ref} type="button" className="btn sm" onClick={onChoose}>
        {hasCredit ? t('credit.change') : t('credit.choose')}
      </button>
      {hasCredit && (
        <button type="button" className="btn quiet sm" onClick={onRemove}>
          {t('credit.remove')}
        </button>
      )}
    </span>
  )
}

interface CreditWordsProps {
  readonly credit: string | null
  readonly source: Source | undefined
}

function CreditWords({ credit, source }: CreditWordsProps) {
  const t = useTranslations('figures')
  if (!source)
    return <p className="muted">{credit === null ? t('credit.noneYet') : t('credit.unknown')}</p>
  const shown = source.wording || source.publicName
  return (
    <p dir="auto">
      <b>{source.title}</b>
      {shown !== source.title && (
        <span className="muted"> · {t('credit.readersSee', { name: shown })}</span>
      )}
    </p>
  )
}
