'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { awaitText } from '#components/ui/awaited-text.ts'
import { type Answer, call, send } from '#lib/collab/browser/api.ts'
import type { CameIn } from '#lib/domain/drafts/came-in.ts'
import {
  decodeFile,
  type FileDocument,
  type FileText,
  MAX_FILE_BYTES,
} from '#lib/domain/text/decode-file.ts'
import { type Changes, DOCX_TYPE, MAX_DOCUMENT_BYTES } from '#lib/domain/text/document-file.ts'

export type ChosenFile = (FileText | FileDocument) & { readonly name: string }

export interface Draft {
  readonly headline: string
  readonly lang: string
  readonly text: string
  /** What becomes of tracked changes, where the file can have some. */
  readonly changes: Changes
  /** Stands in for the pasted text, which is kept meanwhile. */
  readonly file: ChosenFile | null
}

interface Created {
  readonly id: string
  readonly report?: CameIn
}

const EMPTY: Draft = { headline: '', lang: 'en', text: '', changes: 'accept', file: null }

/** The article that somebody is about to create. It outlives the dialog: closing by mistake costs nothing. */
export function useNewArticle(onCreated: () => void) {
  const t = useTranslations('newArticle')
  const router = useRouter()
  const [draft, setDraft] = useState(EMPTY)
  const [trouble, setTrouble] = useState('')
  const [fileTrouble, setFileTrouble] = useState('')
  const [pending, start] = useTransition()

  const [came, setCame] = useState<Required<Created> | null>(null)

  const open = (id: string) => {
    setCame(null)
    onCreated()
    awaitText(id)
    router.push(`/articles/${id}`)
  }
  const choose = async (file: File) => {
    // Only what the limit lets through is read into memory.
    const limit = Math.max(MAX_FILE_BYTES, MAX_DOCUMENT_BYTES)
    const bytes = new Uint8Array(await file.slice(0, limit + 1).arrayBuffer())
    const read = decodeFile(file.name, bytes)
    setFileTrouble(read.ok ? '' : read.failure.message)
    if (read.ok) setDraft((now) => ({ ...now, file: { name: file.name, ...read.value } }))
  }
  const create = () =>
    start(async () => {
      const answer = await createBy(draft)
      setTrouble(answer.ok ? '' : answer.status === 401 ? t('signedOut') : answer.message)
      if (!answer.ok) return
      setDraft(EMPTY)
      const { id, report } = answer.value
      if (report && (draft.file?.format === 'docx' || report.annotations.length))
        setCame({ id, report })
      else open(id)
    })
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }))
  return { draft, change, choose, create, pending, trouble, fileTrouble, came, open }
}

function createBy({ headline, lang, text, changes, file }: Draft): Promise<Answer<Created>> {
  if (file?.format === 'docx') {
    const query = new URLSearchParams({ headline, lang, changes })
    return send(`/api/v1/articles?${query}`, DOCX_TYPE, file.bytes)
  }
  const body = { [file?.format ?? 'text']: file?.text ?? text, lang, headline }
  return call('POST', '/api/v1/articles', body)
}

export type NewArticleForm = ReturnType<typeof useNewArticle>
