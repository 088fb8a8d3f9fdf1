import type { Mark } from '@tiptap/pm/model'
import { type EditorState, PluginKey, type Transaction } from '@tiptap/pm/state'
import { isRemote } from './binding.ts'
import { trimmed } from './sentences-at.ts'

/**
 * Somebody types over the words of a thread: the first letter took the place of them all, and the thread stands on it.
 * What they go on typing there belongs to it too, until the sentence ends or the caret goes elsewhere [THR5].
 */
export interface TypingOver {
  readonly marks: readonly Mark[]
  readonly from: number
  /** Where the next letter is expected. */
  readonly at: number
}

/** Meta of a transaction: from here on words are typed over, or no more. */
export const typingOverKey = new PluginKey<TypingOver | null>('typingOver')

export function followTyping(
  tr: Transaction,
  typing: TypingOver | null,
  { selection }: EditorState,
): TypingOver | null {
  const told = tr.getMeta(typingOverKey) as TypingOver | null | undefined
  if (told !== undefined) return told
  if (!typing) return null
  const { marks } = typing
  if (isRemote(tr)) {
    const [from, at] = [tr.mapping.map(typing.from, 1), tr.mapping.map(typing.at, -1)]
    return from < at ? { marks, from, at } : null
  }
  const at = endOfTyping(tr, typing)
  return at !== null && selection.empty && selection.head === at ? { ...typing, at } : null
}

/** Where the text goes on behind what was typed, or taken back, at the end; null if something else was done. */
function endOfTyping(tr: Transaction, { from: start, at }: TypingOver): number | null {
  let end: number | null = at
  for (const map of tr.mapping.maps) {
    map.forEach((from, to, _newFrom, newTo) => {
      end = to === end && from >= start ? newTo : null
    })
  }
  return end
}

/** Takes what was typed since into the threads. */
export function takeIn(
  before: TypingOver | null | undefined,
  { doc, tr }: EditorState,
  typing: TypingOver | null | undefined,
  lang: string,
): Transaction | null {
  if (!before || !typing || typing.at <= before.at) return null
  const area = trimmed(doc, typing.from, typing.at, lang)
  if (!area) return tr.setMeta(typingOverKey, null)
  for (const mark of typing.marks) tr.addMark(area.from, area.to, mark)
  return tr.docChanged ? tr : null
}
