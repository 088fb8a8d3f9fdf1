import fc from 'fast-check'
import * as Y from 'yjs'

/** Random work on shared documents: also what a hostile or a newer client would write, within the four roots. */
export type DocOp =
  | { readonly op: 'type'; readonly at: number; readonly text: string; readonly plain: boolean }
  | { readonly op: 'delete'; readonly at: number; readonly length: number }
  | { readonly op: 'embed'; readonly at: number; readonly value: object }
  | {
      readonly op: 'format'
      readonly at: number
      readonly length: number
      readonly key: string
      readonly value: unknown
    }
  | {
      readonly op: 'entry'
      readonly id: string
      readonly key: string
      readonly value: string | null
    }
  | {
      readonly op: 'record'
      readonly id: string
      readonly key: string
      readonly value: string | null
    }
  | { readonly op: 'meta'; readonly key: string; readonly value: string }

const place = fc.nat(200)
const length = fc.integer({ min: 1, max: 12 })
const blockId = fc.constantFrom('b1', 'b2', 'b3', 'b4')
const annotationId = fc.constantFrom('a1', 'a2', 'a3')

const words = fc.constantFrom(
  'a',
  'It rained.',
  ' ',
  '. ',
  'No! ',
  '7',
  '“Yes,” he said. ',
  'Dr. U.S. ',
  '😀',
  'é',
)

const embed = fc.oneof(
  { weight: 6, arbitrary: blockId.map((block) => ({ block })) },
  { weight: 2, arbitrary: fc.constantFrom('f1', 'f2').map((figure) => ({ figure })) },
  { weight: 1, arbitrary: fc.constantFrom({ table: 't1' }, { block: 7 }, {}) },
)

const formatting = fc.oneof(
  fc.tuple(fc.constantFrom('bold', 'italic'), fc.constantFrom(true, null)),
  fc.tuple(
    fc.constant('link'),
    fc.constantFrom('https://example.org/a', 'javascript:alert(1)', null),
  ),
  fc.tuple(
    annotationId.map((id) => `annotation:${id}`),
    fc.constantFrom(true, null),
  ),
  fc.tuple(fc.constant('boundary'), fc.constantFrom('join', 'split', null)),
  fc.tuple(fc.constant('colour'), fc.constantFrom('red', null)),
)

const scalar = fc.constantFrom(
  'fact',
  'quote',
  'headline',
  'bullet',
  'unheard',
  's1',
  'confirmed',
  null,
)

export const docOp: fc.Arbitrary<DocOp> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ op: fc.constant('type'), at: place, text: words, plain: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('delete'), at: place, length }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('embed'), at: place, value: embed }) },
  {
    weight: 6,
    arbitrary: fc
      .record({ at: place, length, pair: formatting })
      .map(
        ({ at, length, pair: [key, value] }) => ({ op: 'format', at, length, key, value }) as const,
      ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('entry'),
      id: blockId,
      key: fc.constantFrom('role', 'alt'),
      value: scalar,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('record'),
      id: annotationId,
      key: fc.constantFrom('kind', 'confidence', 'citation.c1.sourceId', 'citation.c1.quote', ''),
      value: scalar,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('meta'),
      key: fc.constantFrom('lang', 'byline'),
      value: words,
    }),
  },
) as fc.Arbitrary<DocOp>

/** Never cuts a surrogate pair: Yjs cannot keep halves. */
function placeIn(text: Y.Text, wanted: number): number {
  const at = wanted % (text.length + 1)
  const units: string[] = []
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (typeof insert === 'string') units.push(...insert.split(''))
    else units.push(' ')
  }
  return /[\uDC00-\uDFFF]/.test(units[at] ?? '') ? at - 1 : at
}

export function applyOp(doc: Y.Doc, op: DocOp): void {
  const text = doc.getText('text')
  switch (op.op) {
    case 'type':
      // Without attributes it takes over the formatting on its left, as other programs do.
      if (op.plain) text.insert(placeIn(text, op.at), op.text)
      else text.insert(placeIn(text, op.at), op.text, { bold: null, italic: null, link: null })
      return
    case 'embed':
      text.insertEmbed(placeIn(text, op.at), op.value, {})
      return
    case 'entry':
      setIn(doc.getMap('blocks'), op.id, op.key, op.value)
      return
    case 'record':
      if (op.key) setIn(doc.getMap('annotations'), op.id, op.key, op.value)
      else doc.getMap('annotations').delete(op.id)
      return
    case 'meta':
      doc.getMap('meta').set(op.key, op.value)
      return
    default: {
      const from = placeIn(text, op.at)
      const to = placeIn(text, Math.min(text.length, from + op.length))
      if (to <= from) return
      if (op.op === 'delete') text.delete(from, to - from)
      else text.format(from, to - from, { [op.key]: op.value })
    }
  }
}

function setIn(map: Y.Map<unknown>, id: string, key: string, value: string | null) {
  const known = map.get(id)
  if (!(known instanceof Y.Map)) map.set(id, new Y.Map(value === null ? [] : [[key, value]]))
  else if (value === null) known.delete(key)
  else known.set(key, value)
}

/** A step of a cohort: somebody works, or hears what the others did. */
export interface Step {
  readonly who: number
  readonly work: readonly DocOp[]
  readonly hear: boolean
}

export const steps = (replicas: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.record({
      who: fc.nat(replicas - 1),
      work: fc.array(docOp, { minLength: 1, maxLength: 3 }),
      hear: fc.boolean(),
    }),
    { minLength: 1, maxLength: 25 },
  )

/** Replicas with fixed client ids, each work one transaction. `onStep` sees who just changed. */
export function runSteps(
  docs: readonly Y.Doc[],
  all: readonly Step[],
  onStep: (who: number) => void,
): void {
  for (const { who, work, hear } of all) {
    const doc = docs[who]
    if (!doc) continue
    doc.transact(() => {
      for (const op of work) applyOp(doc, op)
    })
    if (hear) for (const other of docs) if (other !== doc) hearFrom(doc, other)
    onStep(who)
  }
}

export function hearFrom(doc: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)), 'network')
}

export function newDocs(count: number): readonly Y.Doc[] {
  return Array.from({ length: count }, (_, at) => {
    const doc = new Y.Doc()
    doc.clientID = (at * 7 + 3) % 11
    return doc
  })
}
