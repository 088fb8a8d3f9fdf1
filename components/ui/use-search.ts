'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'

/** Time to finish a word before the server is asked. */
const PAUSE = 250

/** A search that stands in the parameter `q` of the address. */
export function useSearch() {
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const [text, setText] = useState(params.get('q') ?? '')
  const [pending, start] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (words: string) => {
    clearTimeout(timer.current)
    const next = new URLSearchParams(params)
    if (words.trim()) next.set('q', words)
    else next.delete('q')
    start(() => router.replace(next.size ? `${path}?${next}` : path, { scroll: false }))
  }
  const type = (words: string) => {
    setText(words)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => search(words), PAUSE)
  }
  /** What a plain form must carry along. */
  const others = [...params].filter(([name]) => name !== 'q')
  return { path, text, pending, others, type, search: () => search(text) }
}
