import type { KeyboardEvent } from 'react'
import { commandAt, digitOf } from '#components/keys/chords.ts'
import { COMMAND_IDS, type CommandId, COMMANDS as KEYS } from '#components/keys/key-table.ts'
import type { Bound } from '#components/keys/use-commands.ts'
import { pastedFiles } from '#components/ui/file-drop.tsx'
import { singleKeysOn } from '#components/ui/use-shortcut.ts'
import { linkIn, refusalOf } from '#lib/domain/sourcing/link-in.ts'
import { choicesOf } from './choices.ts'
import {
  attachNumber,
  citationsOf,
  contradict,
  nothingToCheck,
  sameAsBefore,
  stillHolds,
} from './evidence-commands.ts'
import { restFocus } from './rest-focus.ts'
import type { Origin } from './use-open-forms.ts'
import type { Sourcing } from './use-sourcing.ts'

/**
 * Single keys of a sentence's evidence: the same in its panel and in the list of sentences. They work while the focus
 * is in one of them and in no field, so that they harm no text (WCAG 2.1.4). True when the key was one of them.
 */
export function panelKey(event: KeyboardEvent, sourcing: Sourcing, origin: Origin): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  if (!singleKeysOn() || isField(event.target)) return false
  const number = digitOf(event)
  if (number && answer(sourcing, number)) return true
  // Space on a button presses the button.
  if (event.key === ' ' && isControl(event.target)) return false
  const id = commandAt('sentence', event.nativeEvent)
  const run = id && COMMANDS[id]
  // A key that is held down walks, but acts once.
  if (!run || (event.repeat && !KEYS[id].walks)) return false
  run(sourcing, origin, number)
  return true
}

/** A number answers the question that is open. */
export function answer(sourcing: Sourcing, number: number): boolean {
  const { asking, status, act, stopAsking, announce, words } = sourcing
  if (asking?.question.kind !== 'choice' || !status) return false
  const choice = choicesOf(words, asking.question.of, status)[number - 1]
  if (!choice) return false
  act(choice.run)
  stopAsking()
  announce(words.t('fullStop', { words: choice.words }))
  restFocus(asking.origin, status.sentence.index)
  return true
}

/** What is pasted where no field is: text, or a file, of which a source is made. True when there was something to paste. */
export function paste(data: DataTransfer, sourcing: Sourcing, origin: Origin): boolean {
  const files = pastedFiles(data)
  if (!files.length || !sourcing.editable)
    return pasteText(data.getData('text/plain'), sourcing, origin)
  sourcing.openPicker(origin, null, { files })
  return true
}

/** A link that was copied becomes a source; other words are looked for. True when there was something to paste. */
function pasteText(text: string, sourcing: Sourcing, origin: Origin): boolean {
  const line = text.trim().split('\n')[0]?.trim() ?? ''
  if (!line || !sourcing.editable) return false
  // In the search it would become the name of a source.
  const refusal = refusalOf(line)
  if (refusal) sourcing.announce(refusal)
  else if (linkIn(line)) sourcing.ask({ kind: 'link', text: line }, origin)
  else sourcing.openPicker(origin, null, { text: line.slice(0, LONGEST_SEARCH) })
  return true
}

const LONGEST_SEARCH = 200

type Run = (sourcing: Sourcing, origin: Origin, number: number) => unknown

const COMMANDS: Partial<Record<CommandId, Run>> = {
  attach: ({ act }, _, number) => act((desk) => attachNumber(desk, number, false), 'removed'),
  attachStay: ({ act }, _, number) => act((desk) => attachNumber(desk, number, true), 'removed'),
  same: ({ act }) => act(sameAsBefore, 'removed'),
  exempt: ({ act }) => act(nothingToCheck),
  holds: ({ act }) => act(stillHolds),
  contradicts: ({ act }) => act(contradict),
  // Ctrl V itself comes as what it pastes; by a button the link is asked for.
  paste: ({ editable, ask }, origin) => editable && void pasteLink(ask, origin),
  search: ({ editable, openPicker }, origin) => editable && openPicker(origin),
  locate: ({ act, ask, openCitation }, origin) =>
    act(({ status, announce, words }) => {
      const last = citationsOf(status).at(-1)
      if (!last) announce(words.t('did.addFirst'))
      else if (origin === 'list') ask({ kind: 'place', citation: last.id }, origin)
      else openCitation(last.id, origin)
    }),
  confidence: ({ act, ask }, origin) =>
    act(({ status, announce, words }) => {
      if (status.kind === 'exempt') announce(words.t('did.neverSure'))
      else ask({ kind: 'choice', of: 'confidence' }, origin)
    }),
  // T once more asks for the kind, where it asked for the reason first.
  kind: ({ act, ask, asking }, origin) =>
    act(({ status }) => {
      const isReason = status.kind === 'exempt' && asking?.question.kind !== 'choice'
      ask({ kind: 'choice', of: isReason ? 'reason' : 'kind' }, origin)
    }),
  takeBack: ({ undo }) => undo(),
  removeLast: ({ removeLast }) => removeLast(),
  nextToDo: ({ nextProblem }) => nextProblem(),
  next: ({ step }) => step(1),
  previous: ({ step }) => step(-1),
}

/** The link that was copied, as far as the browser shows it; else an empty line. */
async function pasteLink(ask: Sourcing['ask'], origin: Origin) {
  const text = await navigator.clipboard?.readText?.().catch(() => '')
  ask({ kind: 'link', text: text && linkIn(text) ? text.trim() : '' }, origin)
}

/** A command of the table, by its button. */
export function runCommand(id: CommandId, sourcing: Sourcing, origin: Origin) {
  COMMANDS[id]?.(sourcing, origin, 0)
}

/** The same for the palette, which runs them where the focus was. */
export function sentenceCommands(sourcing: Sourcing, origin: Origin): readonly Bound[] {
  if (!sourcing.editable || !sourcing.status) return []
  const shelf = sourcing.shelf.map((source, at): Bound => {
    const number = at + 1
    const run = () => sourcing.act((desk) => attachNumber(desk, number, false), 'removed')
    const name = sourcing.words.t('did.attachNamed', { title: source.title })
    return { id: 'attach', name, keys: String(number), run }
  })
  const others = COMMAND_IDS.flatMap((id): readonly Bound[] => {
    const run = COMMANDS[id]
    if (!run || id === 'attach' || id === 'attachStay') return []
    return [{ id, run: () => run(sourcing, origin, 0) }]
  })
  return [...shelf, ...others]
}

export function isField(target: EventTarget): boolean {
  return target instanceof Element && target.closest(FIELDS) !== null
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, summary') !== null
}

const FIELDS = 'input, textarea, select, [contenteditable], [role=option], [role=listbox]'
