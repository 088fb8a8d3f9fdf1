'use client'
import { useRef, useState } from 'react'
import { SourcePicker } from '#components/sourcing/source-picker.tsx'
import { announce } from '#components/ui/announce.ts'
import type { Source } from '#lib/domain/sourcing/source.ts'
import type { FigureDesk } from './figure-desk.ts'

/** Whose picture it is: a source of the newsroom, which readers see by its public name. */
export function CreditField({ desk }: { readonly desk: FigureDesk }) {
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
    announce(`Credit: ${picked.title}.`)
    close()
  }
  return (
    <div className="field">
      <span className="lab">Credit</span>
      {isPicking ? (
        <SourcePicker
          label="Whose picture it is"
          sources={sources}
          onPick={pick}
          onCreate={createSource}
          onCancel={close}
        />
      ) : (
        <div className="credit">
          <CreditWords credit={credit} source={source} />
          {editable && (
            <span className="wrap">
              <button
                ref={button}
                type="button"
                className="btn sm"
                onClick={() => setPicking(true)}
              >
                {credit === null ? 'Choose a source' : 'Change credit'}
              </button>
              {credit !== null && (
                <button
                  type="button"
                  className="btn quiet sm"
                  onClick={() => {
                    change({ credit: '' })
                    button.current?.focus()
                  }}
                >
                  Remove credit
                </button>
              )}
            </span>
          )}
        </div>
      )}
    </div>
  )
}

interface CreditWordsProps {
  readonly credit: string | null
  readonly source: Source | undefined
}

function CreditWords({ credit, source }: CreditWordsProps) {
  if (!source)
    return <p className="muted">{credit === null ? 'None yet.' : 'An unknown source.'}</p>
  const shown = source.wording || source.publicName
  return (
    <p dir="auto">
      <b>{source.title}</b>
      {shown !== source.title && <span className="muted"> · readers see: {shown}</span>}
    </p>
  )
}
