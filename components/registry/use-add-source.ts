import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { type Outcome, useSubmit } from '#components/ui/use-submit.ts'
import { capturesApi } from '#lib/collab/browser/captures-api.ts'
import type { Start } from '#lib/collab/browser/look-up.ts'
import { type FoundDuplicate, registryApi } from '#lib/collab/browser/registry-api.ts'
import { cleanCsl } from '#lib/domain/sourcing/csl-fields.ts'
import { cslOfForm } from '#lib/domain/sourcing/csl-words.ts'

export interface Added {
  readonly id: string
  readonly title: string
  readonly created: boolean
}

export interface AddSourceInput {
  readonly action: (form: FormData) => Promise<Outcome<Added>>
  /** What the form began with. */
  readonly start: Start | null
  readonly onDone: () => void
}

/** Adds what the form says, and then keeps its file. One that is known already is said to be, and nothing is made twice. */
export function useAddSource({ action, start, onDone }: AddSourceInput) {
  const t = useTranslations('sourceForm')
  const file = start?.file ?? null
  const [more, setMore] = useState<readonly FoundDuplicate[]>([])
  const found = more.length ? more : (start?.found ?? [])
  /** What was added, or was there: the form has done its work. */
  const [added, setAdded] = useState<Added | null>(null)
  const [fileTrouble, setFileTrouble] = useState('')
  const [isKeeping, setKeeping] = useState(false)
  const keep = async (source: Added) => {
    if (file && source.created) {
      setKeeping(true)
      const answer = await capturesApi(source.id).upload(file.name, file.bytes)
      setKeeping(false)
      setFileTrouble(answer.ok ? '' : answer.message)
      if (!answer.ok) return
    }
    if (!source.created) return
    onDone()
    const { title } = source
    announce(file ? t('saysAddedWithFile', { title, file: file.name }) : t('saysAdded', { title }))
  }
  const form = useSubmit(action, (source) => {
    setAdded(source)
    void keep(source)
  })
  const submit = async (data: FormData) => {
    if (form.pending || isKeeping) return
    if (added?.created) return keep(added)
    // Asked once: whoever goes on after the answer has seen it.
    const duplicates = found.length ? [] : await findIn(data)
    setMore(duplicates)
    if (!duplicates.length) form.send(data)
  }
  const begin = () => {
    setMore([])
    setAdded(null)
    setFileTrouble('')
    form.clear()
  }
  const { general, errorOf } = form
  const pending = form.pending || isKeeping
  return { found, added, fileTrouble, submit, begin, general, errorOf, pending }
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
