import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import type { Answer } from '#lib/collab/browser/api.ts'
import { capturesApi } from '#lib/collab/browser/captures-api.ts'

export type Doing = 'capture' | 'upload' | 'keep' | null

const MOST = 50 * 1024 * 1024

/** What people do on the page of a source: one thing at a time, and what the server says of it. */
export function useCaptures(sourceId: string, onNew: (id: string) => void) {
  const t = useTranslations('sourcePage')
  const [doing, setDoing] = useState<Doing>(null)
  const [trouble, setTrouble] = useState('')
  const router = useRouter()
  const api = capturesApi(sourceId)
  const run = async <T>(what: Doing, task: () => Promise<Answer<T>>, done: (value: T) => void) => {
    if (doing) return
    setDoing(what)
    setTrouble('')
    const answer = await task()
    setDoing(null)
    if (answer.ok) done(answer.value)
    else setTrouble(answer.message)
    // What failed may be news too: a page that is gone.
    router.refresh()
  }
  const took = (words: string) => (value: { readonly id: string }) => {
    announce(words)
    onNew(value.id)
  }
  return {
    ...{ doing, trouble },
    take: () => run('capture', api.take, took(t('saysCaptured'))),
    upload: async (file: File) => {
      if (file.size > MOST) return setTrouble(t('tooLarge', { name: file.name }))
      const bytes = new Uint8Array(await file.arrayBuffer())
      return run(
        'upload',
        () => api.upload(file.name, bytes),
        took(t('saysKept', { name: file.name })),
      )
    },
    keep: () => run('keep', api.keepCopy, () => announce(t('saysStandsIn'))),
  }
}
