import { useEffect, useRef } from 'react'
import { singleKeysOn } from '#components/ui/use-shortcut.ts'
import { isPressed, isSequence, isSingle } from './chords.ts'
import { COMMANDS, type CommandId, type Place } from './key-table.ts'

/** A command that can be run now. */
export interface Bound {
  readonly id: CommandId
  readonly run: () => void
  /** Instead of the name in the table: which one of several. */
  readonly name?: string
  /** Instead of its key. */
  readonly keys?: string
  /** A selector: in such a field the key is the field's own. */
  readonly unless?: string
}

/** By what offers them, in the order in which it came. */
const offered = new Map<symbol, { readonly current: readonly Bound[] }>()

/** What can be done now, for the palette. A command that several offer is the last one's. */
export function commandsNow(): readonly Bound[] {
  const all = [...offered.values()].flatMap(({ current }) => current)
  return [...new Map(all.map((bound) => [`${bound.id} ${bound.name ?? ''}`, bound])).values()]
}

/** These places listen for their keys themselves, while the focus is in them. */
const FOCUSED: readonly Place[] = ['sentence', 'review']

/**
 * Offers commands to the palette, and runs them by their keys: before anything else on the page hears them. A key alone works
 * where nobody writes, and only while single keys are on (WCAG 2.1.4).
 */
export function useCommands(commands: readonly Bound[]) {
  const latest = useRef(commands)
  latest.current = commands
  useEffect(() => {
    const me = Symbol('commands')
    offered.set(me, latest)
    let first: { readonly key: string; readonly at: number } | null = null
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.key === 'Shift') return
      const begun = first && event.timeStamp - first.at < SEQUENCE_MS ? first.key : null
      first = { key: event.key.toUpperCase(), at: event.timeStamp }
      const found = latest.current.find((bound) => fits(bound, event, begun))
      // A dialog has keys of its own, and what is behind it rests. Looked for last: in a long article it takes a while.
      if (!found || document.querySelector('[role=dialog], [role=menu]')) return
      event.preventDefault()
      event.stopPropagation()
      found.run()
    }
    document.addEventListener('keydown', listen, true)
    return () => {
      offered.delete(me)
      document.removeEventListener('keydown', listen, true)
    }
  }, [])
}

/** So much time there is between two keys that belong together. */
const SEQUENCE_MS = 1500

function fits({ id, unless }: Bound, event: KeyboardEvent, begun: string | null): boolean {
  const { place, keys } = COMMANDS[id]
  if (FOCUSED.includes(place) || (unless && isWithin(event.target, unless))) return false
  return keys.some((chord) => {
    if (!isSingle(chord)) return isPressed(chord, event)
    if (event.repeat || !singleKeysOn() || isWithin(event.target, WRITING)) return false
    const [start, end] = isSequence(chord) ? chord.split(' ') : [null, chord]
    return isPressed(end ?? '', event) && (start === null || start === begun)
  })
}

const WRITING =
  'input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=listbox]'

const isWithin = (target: EventTarget | null, selector: string) =>
  target instanceof Element && target.closest(selector) !== null
