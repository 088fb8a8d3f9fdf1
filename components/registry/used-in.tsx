'use client'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { announce } from '#components/ui/announce.ts'
import { Notice } from '#components/ui/notice.tsx'
import { useRow } from '#components/ui/use-row.ts'
import { type FoundUse, type FoundUses, registryApi } from '#lib/collab/browser/registry-api.ts'
import { USES_AT_ONCE } from './uses-at-once.ts'

interface UsesProps {
  readonly sourceId: string
  /** What came with the page. */
  readonly first: FoundUses
}

/** The articles that cite a source, of those that this person may see. */
export function UsedIn({ sourceId, first }: UsesProps) {
  const t = useTranslations('registry')
  return (
    <section aria-labelledby="used-in">
      <h2 id="used-in">
        {t('whereUsed')}{' '}
        {first.total > 0 && (
          <span className="muted num">{t('articles', { count: first.total })}</span>
        )}
      </h2>
      {first.total ? (
        <UseList sourceId={sourceId} first={first} />
      ) : (
        <p className="muted">{t('notUsed')}</p>
      )}
    </section>
  )
}

export function UseList({ sourceId, first }: UsesProps) {
  const t = useTranslations('registry')
  const { uses, rest, isBusy, trouble, more } = useUses(sourceId, first)
  const list = useRef<HTMLUListElement>(null)
  const shown = useRef(uses.length)
  // The button may go with the last of them: whoever pressed it goes on where it led.
  useEffect(() => {
    if (uses.length > shown.current)
      list.current?.querySelector<HTMLElement>(`[data-use="${shown.current}"] a`)?.focus()
    shown.current = uses.length
  }, [uses.length])
  return (
    <>
      <ul className="uses" ref={list}>
        {uses.map((use, at) => (
          <li key={use.articleId} data-use={at}>
            <Use use={use} />
          </li>
        ))}
      </ul>
      {trouble && <Notice tone="bad">{trouble}</Notice>}
      {rest > 0 && (
        <button type="button" className="btn sm more" aria-disabled={isBusy} onClick={more}>
          {isBusy ? t('loading') : t('moreArticles', { count: rest })}
        </button>
      )}
    </>
  )
}

/** What came with the page, and what was asked for since. */
function useUses(sourceId: string, first: FoundUses) {
  const t = useTranslations('registry')
  const [pages, setPages] = useState<readonly FoundUses[]>([])
  const [isBusy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState('')
  const last = pages.at(-1) ?? first
  const uses = [first, ...pages].flatMap((page) => page.uses)
  const more = async () => {
    if (isBusy || !last.next) return
    setBusy(true)
    const answer = await registryApi.uses(sourceId, USES_AT_ONCE, last.next)
    setBusy(false)
    setTrouble(answer.ok ? '' : answer.message)
    if (!answer.ok) return
    setPages([...pages, answer.value])
    announce(t('saysMore', { count: answer.value.uses.length }))
  }
  return { uses, rest: last.next ? last.total - uses.length : 0, isBusy, trouble, more }
}

function Use({ use }: { readonly use: FoundUse }) {
  const t = useTranslations('registry')
  const row = useRow()
  const { sentences, figures } = use
  const counts = [
    ...(sentences.length ? [t('sentences', { count: sentences.length })] : []),
    ...(figures ? [t('figures', { count: figures })] : []),
  ]
  return (
    <>
      <Link href={`/articles/${use.articleId}`}>
        <bdi>{use.title || t('untitled')}</bdi>
      </Link>{' '}
      <span className="muted small">{row(counts)}</span>
      {sentences.slice(0, SHOWN).map(({ index, text }) => (
        <p key={index} className="use-sentence" dir="auto">
          {text}
        </p>
      ))}
      {sentences.length > SHOWN && (
        <p className="muted small">{t('andMore', { count: sentences.length - SHOWN })}</p>
      )}
    </>
  )
}

const SHOWN = 3
