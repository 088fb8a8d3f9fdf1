import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import type { Answer } from '#lib/collab/browser/api.ts'
import { capturesApi } from '#lib/collab/browser/captures-api.ts'

export type Doing = 'capture' | 'upload' | 'keep' | null

const MOST = 50 * 1024 * 1024

/** What people do on the page of a source: one thing at a time, and what the server says of it. */
export function useCaptures(sourceId: string, onNew: (id: string) => void) {
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
    take: () => run('capture', api.take, took('Captured.')),
    upload: async (file: File) => {
      if (file.size > MOST) return setTrouble(`“${file.name}” is larger than 50 MiB. Split it.`)
      const bytes = new Uint8Array(await file.arrayBuffer())
      return run('upload', () => api.upload(file.name, bytes), took(`${file.name} kept.`))
    },
    keep: () => run('keep', api.keepCopy, () => announce('The captured copy stands in.')),
  }
}
