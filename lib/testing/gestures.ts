import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Dice } from './dice.ts'
import { type Alphabet, placeIn, stretchIn } from './random-edits.ts'

/** An editor in a page of jsdom, and the clipboard of whoever sits at it. */
export interface Desk {
  readonly view: EditorView
  clipboard: string
}

type Gesture = (desk: Desk, dice: Dice, letters: Alphabet) => void

/** Puts the caret somewhere, or selects something. */
function goSomewhere({ view }: Desk, dice: Dice) {
  const { doc, tr } = view.state
  const some = dice.chance(0.3) ? stretchIn(doc, dice) : null
  const at = placeIn(doc, dice)
  if (some) view.dispatch(tr.setSelection(TextSelection.create(doc, ...some)))
  else if (at !== null) view.dispatch(tr.setSelection(TextSelection.create(doc, at)))
}

const press =
  (key: string, modifiers: KeyboardEventInit = {}): Gesture =>
  (desk, dice) => {
    goSomewhere(desk, dice)
    const { view } = desk
    if (key === 'Backspace' && view.state.selection.empty) {
      const { $from } = view.state.selection
      // Elsewhere the browser itself would delete, and this is none.
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, $from.start())))
    }
    view.dom.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
    )
  }

const TYPED = /[\u3400-\uabff]|[\u{1f000}-\u{1ffff}]/gu

const take =
  (how: 'cut' | 'copy'): Gesture =>
  (desk, dice, letters) => {
    const { doc, tr } = desk.view.state
    const some = stretchIn(doc, dice)
    if (!some) return
    const [from, to] = some
    const whole = dice.chance(0.4) && doc.resolve(from).depth > 0 && doc.resolve(to).depth > 0
    const range = whole ? ([doc.resolve(from).start(), doc.resolve(to).end()] as const) : some
    desk.view.dispatch(tr.setSelection(TextSelection.create(doc, ...range)))
    const data = new Map<string, string>()
    const clipboardData = { clearData: () => data.clear(), setData: data.set.bind(data) }
    const event = new Event(how, { bubbles: true, cancelable: true })
    desk.view.dom.dispatchEvent(Object.assign(event, { clipboardData }))
    // What a paste inserts is accounted by that paste, so its characters are new ones.
    desk.clipboard = (data.get('text/html') ?? '').replace(TYPED, () => letters.word(1))
  }

const paste: Gesture = (desk, dice, letters) => {
  if (!desk.clipboard) return
  goSomewhere(desk, dice)
  desk.view.pasteHTML(desk.clipboard, new Event('paste') as ClipboardEvent)
  // A second paste of the same would type the same characters again.
  desk.clipboard = desk.clipboard.replace(TYPED, () => letters.word(1))
}

const pasteFromOutside: Gesture = (desk, dice, letters) => {
  goSomewhere(desk, dice)
  const word = () => letters.word(1 + dice.int(4))
  const parts = [
    () => `<h2>${word()}</h2>`,
    () => `<p>${word()}<b>${word()}</b>${word()}</p>`,
    () => `<ul><li>${word()}</li><li>${word()}</li></ul>`,
    () => `<blockquote><p>${word()}</p></blockquote>`,
    () => word(),
  ]
  const html = Array.from({ length: 1 + dice.int(3) }, () => dice.pick(parts)()).join('')
  desk.view.pasteHTML(html, new Event('paste') as ClipboardEvent)
}

const pasteText: Gesture = (desk, dice, letters) => {
  goSomewhere(desk, dice)
  const lines = Array.from({ length: 1 + dice.int(4) }, () => letters.word(dice.int(5)))
  desk.view.pasteText(lines.join('\n'), new Event('paste') as ClipboardEvent)
}

const GESTURES: readonly Gesture[] = [
  press('Enter'),
  press('Enter'),
  press('Backspace'),
  press('Backspace'),
  press('b', { ctrlKey: true }),
  press('i', { ctrlKey: true }),
  take('cut'),
  take('cut'),
  take('copy'),
  paste,
  paste,
  paste,
  pasteFromOutside,
  pasteText,
]

/** One random thing that a person does with keys or the clipboard. */
export function randomGesture(desk: Desk, dice: Dice, letters: Alphabet) {
  dice.pick(GESTURES)(desk, dice, letters)
}
