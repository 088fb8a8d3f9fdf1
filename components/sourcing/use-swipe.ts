import { type TouchEvent, useRef } from 'react'
import { isField } from './panel-keys.ts'

/** Shorter, slower or steeper it is a tap, a look at a word, or scrolling. */
const SHORTEST = 60
const LONGEST_MS = 800
const STEEPEST = 0.5

/**
 * A swipe to the side with one finger: on with the sentence, or back, in the direction in which the page is read. Whatever it does has a
 * button and a key.
 */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const began = useRef<{ readonly x: number; readonly y: number; readonly at: number } | null>(null)
  return {
    onTouchStart: ({ touches, target, timeStamp }: TouchEvent) => {
      const finger = touches[0]
      const isOne = finger && touches.length === 1 && !isField(target)
      began.current = isOne ? { x: finger.clientX, y: finger.clientY, at: timeStamp } : null
    },
    onTouchEnd: ({ changedTouches, currentTarget, timeStamp }: TouchEvent) => {
      const from = began.current
      const finger = changedTouches[0]
      began.current = null
      if (!from || !finger || timeStamp - from.at > LONGEST_MS) return
      const [x, y] = [finger.clientX - from.x, finger.clientY - from.y]
      if (Math.abs(x) < SHORTEST || Math.abs(y) > Math.abs(x) * STEEPEST) return
      const isLeftward = x < 0
      const isRightToLeft = getComputedStyle(currentTarget).direction === 'rtl'
      onSwipe(isLeftward === isRightToLeft ? -1 : 1)
    },
    onTouchCancel: () => {
      began.current = null
    },
  }
}
