import { type RefObject, useEffect, useRef } from 'react'

/** For what opens on request to be typed into: its field takes the focus once, as it appears. */
export function useFocusFirst<T extends HTMLElement>(): RefObject<T | null> {
  const field = useRef<T>(null)
  useEffect(() => field.current?.focus(), [])
  return field
}
