'use client'

import { useId, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Dialog } from '#components/ui/dialog.tsx'
import { FormButtons } from '#components/ui/form-buttons.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { type FoundDuplicate, registryApi } from '#lib/collab/browser/registry-api.ts'
import { cleanCsl } from '#lib/domain/sourcing/csl-fields.ts'
import { cslOfForm } from '#lib/domain/sourcing/csl-words.ts'
import { KnownAlready } from './known-already.tsx'
import { SourceFields } from './source-fields.tsx'

interface Added {
  readonly title: string
  readonly created: boolean
}

/** Adds a source. One that is known already is said to be, and nothing is made twice. */
export function AddSource({ action }: { action: (form: FormData) => Promise<Outcome<Added>> }) {
  const [isOpen, setOpen] = useState(false)
  const [known, setKnown] = useState<string | null>(null)
  const [found, setFound] = useState<readonly FoundDuplicate[]>([])
  const id = useId()
  const close = () => {
    setOpen(false)
    setKnown(null)
    setFound([])
    form.clear()
  }
  const form = useSubmit(action, ({ title, created }) => {
    if (created) {
      close()
      announce(`${title} added.`)
    } else setKnown(title)
  })
  const submit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    // Asked once: whoever goes on after the answer has seen it.
    const duplicates = found.length ? [] : await findIn(data)
    setFound((before) => (before.length ? before : duplicates))
    if (!duplicates.length) form.send(data)
  }
  return (
    <>
      <button type="button" className="btn primary" onClick={() => setOpen(true)}>
        <Icon name="plus" />
        Add source
      </button>
      <Dialog
        title="Add a source"
        size="medium"
        isOpen={isOpen}
        onClose={close}
        footer={
          <FormButtons
            formId={id}
            pending={form.pending}
            words={found.length ? 'Add as another' : 'Add source'}
            onClose={close}
          />
        }
      >
        <form id={id} className="form" onSubmit={(event) => void submit(event)}>
          {form.general && <Notice tone="bad">{form.general}</Notice>}
          {known && (
            <Notice tone="good">
              “{known}” was in the registry already: that one is used, and nothing was changed.
            </Notice>
          )}
          <KnownAlready found={found} />
          <SourceFields source={null} errorOf={form.errorOf} />
        </form>
      </Dialog>
    </>
  )
}

/** What the registry has of it already; nothing while the server cannot be asked: adding says so itself. */
async function findIn(data: FormData): Promise<readonly FoundDuplicate[]> {
  const field = (name: string) => String(data.get(name) ?? '').trim()
  const answer = await registryApi.duplicatesOf({
    title: field('title'),
    description: field('description'),
    url: field('url') || null,
    csl: cleanCsl(cslOfForm(Object.fromEntries(data)).csl),
  })
  return answer.ok ? answer.value.duplicates : []
}
