'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { call } from '#lib/collab/browser/api.ts'
import { decodeFile, type FileText, MAX_FILE_BYTES } from '#lib/domain/text/decode-file.ts'

export interface ChosenFile extends FileText {
  readonly name: string
}

export interface Draft {
  readonly headline: string
  readonly lang: string
  readonly text: string
  /** Stands in for the pasted text, which is kept meanwhile. */
  readonly file: ChosenFile | null
}

const EMPTY: Draft = { headline: '', lang: 'en', text: '', file: null }

const SIGNED_OUT = 'You are signed out. Sign in in another tab and try again: your text stays here.'

/** The article that somebody is about to create. It outlives the dialog: closing by mistake costs nothing. */
export function useNewArticle(onCreated: () => void) {
  const router = useRouter()
  const [draft, setDraft] = useState(EMPTY)
  const [trouble, setTrouble] = useState('')
  const [fileTrouble, setFileTrouble] = useState('')
  const [pending, start] = useTransition()

  const choose = async (file: File) => {
    // Only what the limit lets through is read into memory.
    const bytes = new Uint8Array(await file.slice(0, MAX_FILE_BYTES + 1).arrayBuffer())
    const read = decodeFile(file.name, bytes)
    setFileTrouble(read.ok ? '' : read.failure.message)
    if (read.ok) setDraft((now) => ({ ...now, file: { name: file.name, ...read.value } }))
  }
  const create = () =>
    start(async () => {
      const { headline, lang, text, file } = draft
      const body = { [file?.format ?? 'text']: file?.text ?? text, lang, headline }
      const answer = await call<{ readonly id: string }>('POST', '/api/v1/articles', body)
      setTrouble(answer.ok ? '' : answer.status === 401 ? SIGNED_OUT : answer.message)
      if (!answer.ok) return
      setDraft(EMPTY)
      onCreated()
      router.push(`/articles/${answer.value.id}`)
    })
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  return { draft, change, choose, create, pending, trouble, fileTrouble }
}

export type NewArticleForm = ReturnType<typeof useNewArticle>
