'use client'

import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type RefObject, useEffect, useRef, useState, useTransition } from 'react'

/** Time to finish a word before the server is asked. */
const PAUSE = 250

/** A search that stands in the parameter `q` of the address; `input` is where it is typed. */
export function useSearch(input: RefObject<HTMLInputElement | null>) {
  const router = useRouter()
  const path = usePathname()
  const params = useSearchParams()
  const asked = params.get('q') ?? ''
  const [text, setText] = useState(asked)
  const [pending, start] = useTransition()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  // Another link or the way back changed it; while somebody types, the address only follows.
  useEffect(() => {
    if (document.activeElement !== input.current) setText(asked)
  }, [asked, input])

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
