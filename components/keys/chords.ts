import type { Words } from '#components/ui/words.ts'
import { COMMAND_IDS, COMMANDS, type CommandId, type Place } from './key-table.ts'

/** What of a keyboard event tells which key it is. */
export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>

/** A chord that two keys make, one after the other: its first. */
export const isSequence = (chord: string): boolean => chord.includes(' ')

/** A key without Ctrl, Command or Alt: it is a letter wherever one writes. */
export const isSingle = (chord: string): boolean =>
  !/^(?:Mod|Alt)\+/.test(chord) && !/^(?:Shift\+)?F\d/.test(chord)

/** Whether a key was pressed. Letters are told by what they write, digits by where they lie: Shift turns them into signs. */
export function isPressed(chord: string, event: Pressed): boolean {
  const parts = chord.split('+')
  const key = parts.at(-1) ?? ''
  const has = (modifier: string) => parts.includes(modifier)
  if (has('Mod') !== (event.ctrlKey || event.metaKey) || has('Alt') !== event.altKey) return false
  // A sign that needs Shift on one keyboard needs none on another.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  if (!isSign && has('Shift') !== event.shiftKey) return false
  return key === DIGITS ? digitOf(event) > 0 : nameOf(event.key) === nameOf(key)
}

const DIGITS = '1–9'

/** From 1 to 9; 0: no digit. */
export function digitOf({ code }: Pick<KeyboardEvent, 'code'>): number {
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0)
}

function nameOf(key: string): string {
  if (key === ' ') return 'Space'
  return key.length === 1 ? key.toUpperCase() : key
}

/** The command of a place that a single key stands for. */
export function commandAt(place: Place, event: Pressed): CommandId | undefined {
  return COMMAND_IDS.find((id) => {
    const command = COMMANDS[id]
    return command.place === place && command.keys.some((chord) => isPressed(chord, event))
  })
}

/** Keys that have a word on them, which keyboards of other languages have in theirs. */
const NAMED = {
  Mod: 'ctrl',
  Alt: 'alt',
  Shift: 'shift',
  Enter: 'enter',
  Space: 'space',
  Escape: 'escape',
  Delete: 'delete',
  Backspace: 'backspace',
} as const
const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑' }
const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }

const isNamed = (part: string): part is keyof typeof NAMED => Object.hasOwn(NAMED, part)

/** The keys as they are written on the keyboard, each for a <kbd> of its own. */
export function keysInWords(
  t: Words<'commands'>,
  chord: string,
  isMac = onMac(),
): readonly string[] {
  if (isSequence(chord)) return chord.split(' ')
  return chord.split('+').map((part) => {
    const sign = (isMac ? MAC_SIGNS[part] : undefined) ?? SIGNS[part]
    return sign ?? (isNamed(part) ? t(`key.${NAMED[part]}`) : part)
  })
}

function onMac(): boolean {
  return typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
}
