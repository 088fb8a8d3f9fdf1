/** What runs in the browser: opens an editor, times keys and changes by others. `editor.ts` drives it. */
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { TextSelection } from '@tiptap/pm/state'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { foldDocument } from '#lib/collab/fold-document.ts'
import { articleExtensions } from '#lib/editor/article-editor.ts'
import { type SentenceMark, setSentenceMarks } from '#lib/editor/marks.ts'
import { schemaExtensions } from '#lib/editor/schema.ts'
import { dice } from '#lib/testing/dice.ts'
import { FIELD, type Kind, type TextSpec, writeText } from './bench-text.ts'

/** Milliseconds of script, and from the event until its frame is painted. */
export interface Timing {
  readonly script: number
  readonly paint: number
}

const texts = new Map<string, Uint8Array>()
let editor: Editor | null = null
let doc = new Y.Doc()
let far = new Y.Doc()
let keys: Timing[] = []

/** After the frame that is due: its task comes when style, layout and paint are done. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => void afterTask().then(resolve))
  })
}

/** After the task that runs now. */
function afterTask(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => resolve()
    channel.port2.postMessage(null)
  })
}

async function timeKey(event: KeyboardEvent) {
  const began = performance.now()
  // The character, the editor's answer to it and what is written all belong to the task of the event.
  const script = afterTask().then(() => performance.now() - began)
  await painted()
  keys.push({ script: await script, paint: performance.now() - event.timeStamp })
}

addEventListener('keydown', (event) => void timeKey(event), true)

function textOf(kind: Kind, spec: TextSpec): Uint8Array {
  const name = JSON.stringify([kind, spec])
  const update = texts.get(name) ?? writeText(kind, spec)
  texts.set(name, update)
  return update
}

function docOf(kind: Kind, update: Uint8Array, clientId: number): Y.Doc {
  const made = kind === 'flat' ? foldDocument() : new Y.Doc()
  made.clientID = clientId
  Y.applyUpdate(made, update)
  return made
}

function extensionsOf(kind: Kind, shared: Y.Doc) {
  if (kind === 'flat') {
    return articleExtensions({
      doc: shared,
      awareness: new Awareness(shared),
      label: 'Article text',
    })
  }
  return [...schemaExtensions, Collaboration.configure({ document: shared, field: FIELD })]
}

/** Puts the caret at the end of a block in the middle of the text, in view. */
function goToMiddle(made: Editor) {
  const { doc: text, tr } = made.state
  const k = Math.floor(text.childCount / 2)
  let pos = 0
  for (let block = 0; block <= k; block++) pos += text.child(block).nodeSize
  made.view.dispatch(tr.setSelection(TextSelection.create(text, pos - 1)))
  made.view.focus()
  const { node } = made.view.domAtPos(pos - 1)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}

/** The sentences of the text, all with a line and a sign. */
function marksOf(made: Editor): SentenceMark[] {
  return made.state.doc.children.flatMap((block, k) => {
    let from = 0
    return [...block.textContent.matchAll(/[^.]*\./g)].map(({ 0: sentence, index }, n) => {
      from = index + (sentence.length - sentence.trimStart().length)
      const display = (['none', 'sourced', 'changed', 'approved'] as const)[n % 4] ?? 'none'
      const to = index + sentence.length
      return { block: k, from, to, display, active: false, glyph: '!', label: display }
    })
  })
}

const bench = {
  /** Writes the text first, so that only opening it is timed. */
  prepare(kind: Kind, spec: TextSpec) {
    textOf(kind, spec)
  },

  async open(kind: Kind, spec: TextSpec): Promise<Timing> {
    editor?.destroy()
    document.querySelector('.text')?.replaceChildren()
    const update = textOf(kind, spec)
    far = docOf(kind, update, 5001)
    doc = docOf(kind, update, 5002)
    await painted()
    const began = performance.now()
    const element = document.querySelector('.text') as HTMLElement
    const made = new Editor({ element, extensions: extensionsOf(kind, doc), injectCSS: false })
    const script = performance.now() - began
    // The stock binding shows the text in a task of its own.
    while (made.state.doc.textContent.length < 100)
      await new Promise((resolve) => setTimeout(resolve))
    await painted()
    const paint = performance.now() - began
    editor = made
    goToMiddle(made)
    await painted()
    return { script, paint }
  },

  async marks(): Promise<number> {
    if (editor) setSentenceMarks(editor.view, marksOf(editor))
    await painted()
    return document.querySelectorAll('[data-s]').length
  },

  forget() {
    keys = []
  },

  /** Until a key's frame is over and nothing waits. */
  async rest(count: number): Promise<void> {
    while (keys.length < count) await painted()
    await new Promise((resolve) => setTimeout(resolve, 5))
  },

  keys: () => keys,

  /** Single characters by somebody else, each in a place of its own. */
  async remote(kind: Kind, count: number): Promise<Timing[]> {
    const { int } = dice(3)
    const timings: Timing[] = []
    for (let n = 0; n < count; n++) {
      // As it comes over the wire: a difference of two states would bring all that was ever deleted along.
      let update = new Uint8Array()
      far.once('update', (sent) => {
        update = new Uint8Array(sent)
      })
      typeFar(kind, int)
      await painted()
      const began = performance.now()
      Y.applyUpdate(doc, update, 'far')
      const script = performance.now() - began
      await painted()
      timings.push({ script, paint: performance.now() - began })
    }
    return timings
  },
}

function typeFar(kind: Kind, int: (n: number) => number) {
  if (kind === 'flat') {
    const text = far.getText(FIELD)
    text.insert(2 + int(text.length - 2), 'x', {})
    return
  }
  const fragment = far.getXmlFragment(FIELD)
  const block = fragment.get(int(fragment.length)) as Y.XmlElement
  const text = block.get(0) as Y.XmlText
  text.insert(1 + int(text.length - 1), 'x', {})
}

export type Bench = typeof bench
Object.assign(globalThis, { bench })
