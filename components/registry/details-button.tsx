'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Icon } from '#components/ui/icon.tsx'
import { type FoundDetails, findDetails } from '#lib/collab/browser/captures-api.ts'
import { describeFound } from '#lib/domain/sourcing/capture.ts'
import { wordsOfCsl } from '#lib/domain/sourcing/csl-words.ts'

/**
 * Finds what a page, a register or a pasted reference says of a source, and fills the fields of the form that it stands in. A
 * person confirms them: nothing is kept until they save.
 */
export function DetailsButton({ typed = '' }: { readonly typed?: string }) {
  const t = useTranslations('sourceForm')
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly words: string } | null>(null)
  const find = async (form: HTMLFormElement | null) => {
    if (!form || isBusy) return
    const text = typedIn(form, 'url') || typed.trim() || typedIn(form, 'title')
    if (!text) return setSaid({ ok: false, words: t('needGiven') })
    setBusy(true)
    const answer = await findDetails(text)
    setBusy(false)
    if (!answer.ok) return setSaid({ ok: false, words: answer.message })
    const filled = fill(form, answer.value)
    const words = t(filled ? 'filledIn' : 'nothingSaid')
    setSaid({ ok: filled, words })
    announce(words)
  }
  return (
    <div className="details-line">
      <button
        type="button"
        className="btn sm"
        aria-disabled={isBusy}
        onClick={(event) => void find(event.currentTarget.form)}
      >
        {t(isBusy ? 'fetching' : 'fetchDetails')}
      </button>
      {said &&
        (said.ok ? (
          <span className="small muted">{said.words}</span>
        ) : (
          <span className="err" role="alert">
            <Icon name="warn" />
            {said.words}
          </span>
        ))}
    </div>
  )
}

type Control = HTMLInputElement | HTMLSelectElement

function controlOf(form: HTMLFormElement, name: string): Control | null {
  return form.querySelector<Control>(`[name="${name}"]`)
}

function typedIn(form: HTMLFormElement, name: string): string {
  return controlOf(form, name)?.value.trim() ?? ''
}

/** True: there was something to fill in. */
function fill(form: HTMLFormElement, { kind, found }: FoundDetails): boolean {
  const values: readonly (readonly [name: string, value: string])[] = [
    ['title', found.title],
    ['description', describeFound(found)],
    ['url', found.url],
    ['kind', kind],
    ...Object.entries(wordsOfCsl(found.csl)),
  ]
  for (const [name, value] of values) {
    const control = controlOf(form, name)
    // An address that somebody gave is what they want to cite.
    if (control && value && !(name === 'url' && control.value.trim())) control.value = value
  }
  // What was filled in is shown, to be checked.
  const group = found.csl && controlOf(form, 'cslAuthors')?.closest('details')
  if (group) group.open = true
  return Boolean(found.title || describeFound(found))
}
