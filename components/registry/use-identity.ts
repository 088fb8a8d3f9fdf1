'use client'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import type { Answer } from '#lib/collab/browser/api.ts'
import {
  type OpenedIdentity,
  type PublishedBefore,
  vaultApi,
} from '#lib/collab/browser/vault-api.ts'
import type { Identity } from '#lib/domain/sourcing/identity.ts'

/** Opens and locks up who a source is. What was opened is shown until it is closed, and kept nowhere. */
export function useIdentity(sourceId: string) {
  const t = useTranslations('identity')
  const api = vaultApi(sourceId)
  const [opened, setOpened] = useState<OpenedIdentity | null>(null)
  const [published, setPublished] = useState<PublishedBefore | null>(null)
  const { during, isBusy, trouble, clear } = useCalls()
  const open = () => during(api.open(), setOpened)
  return {
    opened,
    /** What was out already when it was locked up just now. */
    published,
    trouble,
    isBusy,
    open,
    close: () => {
      setOpened(null)
      clear()
    },
    keep: (identity: Identity, readers: readonly string[]) =>
      during(api.keep({ ...identity, readers }), (kept) => {
        setPublished(kept.published)
        announce(t('saysLocked'))
      }),
    destroy: () =>
      during(api.destroy(), () => {
        setOpened(null)
        setPublished(null)
        announce(t('saysNobody'))
      }),
    addRecording: async (file: File) => {
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (
        await during(api.addRecording({ name: file.name, bytes }), () => announce(t('saysLocked')))
      )
        await open()
    },
    save: (id: string) => during(api.openRecording(id), saveFile),
    removeRecording: async (id: string) => {
      if (await during(api.destroyRecording(id), () => announce(t('saysDestroyed')))) await open()
    },
  }
}

/** One call at a time; afterwards the page tells anew who knows, and who opened it. */
function useCalls() {
  const router = useRouter()
  const [trouble, setTrouble] = useState('')
  const [isBusy, setBusy] = useState(false)
  const during = async <T>(work: Promise<Answer<T>>, done: (value: T) => void) => {
    setBusy(true)
    const answer = await work
    setBusy(false)
    setTrouble(answer.ok ? '' : answer.message)
    if (answer.ok) {
      done(answer.value)
      router.refresh()
    }
    return answer.ok
  }
  return { during, isBusy, trouble, clear: () => setTrouble('') }
}

function saveFile({ name, blob }: { readonly name: string; readonly blob: Blob }) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

export type IdentityDesk = ReturnType<typeof useIdentity>
