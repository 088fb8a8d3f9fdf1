import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptedAt,
  acceptKey,
  clientOf,
  isProposing,
  proposingClient,
  readAcceptance,
} from './acceptance.ts'
import {
  type Attributes,
  type DeltaOp,
  isProposed,
  isSet,
  proposalId,
  proposalKey,
  proposalOf,
} from './flat-text.ts'
import { proposalsOf, settle, touchesSentence, withoutProposals } from './proposals.ts'
import { readBlock } from './read-block.ts'
import { changeBlocks, flatBlocks } from './read-flat.ts'

const IDS = ['ada.4294967296', 'ada.4294967297', 'ben.4294967300']
const read = (delta: readonly DeltaOp[]) => flatBlocks(delta).map((block) => readBlock(block, {}))
const words = (delta: readonly DeltaOp[]) =>
  read(delta).map((block) => (block.type === 'text' ? block.text : 'figure'))

const insertionsOf = (attributes: Attributes) =>
  Object.keys(attributes).filter((key) => proposalOf(key)?.kind === 'insertion')

const kindsOf = (attributes: Attributes) =>
  new Set(Object.keys(attributes).map((key) => proposalOf(key)?.kind))

const marks = fc.record(
  {
    [proposalKey('insertion', IDS[0] ?? '')]: fc.constant(true),
    [proposalKey('insertion', IDS[2] ?? '')]: fc.constant(true),
    [proposalKey('deletion', IDS[1] ?? '')]: fc.constant(true),
    [proposalKey('deletion', IDS[2] ?? '')]: fc.constant(true),
    [proposalKey('change', IDS[1] ?? '')]: fc.constantFrom('bold', '-bold', 'italic'),
    bold: fc.constant(true),
    'annotation:a': fc.constant(true),
  },
  { requiredKeys: [] },
)
const runs = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        insert: fc.constantFrom('One. ', 'two', '🀀', ' '),
        attributes: marks,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        insert: fc.record({ block: fc.constantFrom('b1', 'b2') }),
        attributes: marks,
      }),
    },
  ),
  { maxLength: 12 },
)
const articles = runs.map((some): DeltaOp[] => [{ insert: { block: 'b0' } }, ...some])

const settled = (delta: readonly DeltaOp[], ids: readonly string[], verdict: 'accept' | 'reject') =>
  changeBlocks(
    flatBlocks(delta),
    settle(flatBlocks(delta), (id) => ids.includes(id), verdict).delta,
  ).blocks.flatMap((block) => block.runs as DeltaOp[])

describe('proposals', () => {
  it('[SUG1] readers have the text without them', () => {
    fc.assert(
      fc.property(articles, (delta) => {
        const bare = withoutProposals(delta)
        expect(read(delta).map((block) => ({ ...block, proposals: [] }))).toEqual(
          read(bare).map((block) => ({ ...block, proposals: [] })),
        )
        expect(proposalsOf(read(bare))).toEqual([])
      }),
    )
  })

  it('[SUG2] each is told once, with its person, its place and its words', () => {
    const [id = ''] = IDS
    const found = proposalsOf(
      read([
        { insert: { block: 'b0' } },
        { insert: 'It cost ' },
        { insert: '398', attributes: { [proposalKey('deletion', id)]: true } },
        { insert: '412', attributes: { [proposalKey('insertion', id)]: true } },
        { insert: ' million.' },
      ]),
    )
    expect(found).toEqual([
      {
        ...{ id, personId: 'ada', inserted: '412', deleted: '398', changes: [] },
        places: [
          { blockIndex: 0, from: 8, to: 11 },
          { blockIndex: 0, from: 11, to: 11 },
        ],
      },
    ])
    const [proposal] = found
    if (!proposal) throw new Error('None')
    expect(touchesSentence(proposal, { blockIndex: 0, from: 0, to: 20 })).toBe(true)
    expect(touchesSentence(proposal, { blockIndex: 0, from: 12, to: 20 })).toBe(false)
    expect(touchesSentence(proposal, { blockIndex: 1, from: 0, to: 20 })).toBe(false)
  })

  it('[SUG3] rejected, all reads as without them; settled, nothing of them is left', () => {
    fc.assert(
      fc.property(articles, (delta) => {
        expect(words(settled(delta, IDS, 'reject'))).toEqual(words(withoutProposals(delta)))
        for (const verdict of ['accept', 'reject'] as const)
          expect(proposalsOf(read(settled(delta, IDS, verdict)))).toEqual([])
      }),
    )
  })

  it('[SUG3] accepted one after the other, in any order, is accepted at once', () => {
    fc.assert(
      fc.property(articles, fc.shuffledSubarray(IDS, { minLength: 3 }), (some, order) => {
        // Words that one proposes and another wants gone: what is said first of them counts.
        const delta = some.filter(
          ({ attributes = {} }) => !isProposed(attributes) || !kindsOf(attributes).has('deletion'),
        )
        const one = order.reduce((now, id) => settled(now, [id], 'accept'), delta)
        expect(words(one)).toEqual(words(settled(delta, IDS, 'accept')))
      }),
    )
  })

  it('[SUG3] what is settled leaves other proposals alone', () => {
    fc.assert(
      fc.property(articles, fc.constantFrom('accept', 'reject'), (delta, verdict) => {
        const left = proposalsOf(read(settled(delta, IDS.slice(0, 2), verdict)))
        expect(left.every(({ id }) => id === IDS[2])).toBe(true)
      }),
    )
  })

  it('[SUG3] what is accepted takes no words along that another proposes, unless it is about nothing else', () => {
    const [id = '', other = ''] = [IDS[1], IDS[2]]
    const gone = { [proposalKey('deletion', id)]: true }
    const coming = { insert: 'two', attributes: { [proposalKey('insertion', other)]: true } }
    const within = { ...coming, attributes: { ...coming.attributes, ...gone } }
    const opening = { insert: { block: 'b0' } }
    const around = [opening, { insert: 'One ', attributes: gone }, within]
    expect(settled(around, [id], 'accept')).toEqual([{ ...opening, attributes: {} }, coming])
    expect(settled([opening, within], [id], 'accept')).toEqual([{ ...opening, attributes: {} }])
    fc.assert(
      fc.property(articles, fc.subarray(IDS), (some, ids) => {
        const delta = some.filter(({ attributes = {} }) => insertionsOf(attributes).length < 2)
        const isOthers = ({ attributes = {} }: DeltaOp) =>
          isProposed(attributes) &&
          !ids.some((each) => isSet(attributes[proposalKey('insertion', each)]))
        const isMixed = ids.every((each) => {
          const key = proposalKey('deletion', each)
          const [open, all] = [
            delta.some(({ attributes = {} }) => isSet(attributes[key]) && !isProposed(attributes)),
            delta.some(({ attributes = {} }) => isSet(attributes[key])),
          ]
          return open || !all
        })
        fc.pre(isMixed)
        const of = (some: readonly DeltaOp[]) =>
          some
            .filter(isOthers)
            .map(({ insert }) => insert)
            .map((insert) => (typeof insert === 'string' ? insert : '|'))
            .join('')
        expect(of(settled(delta, ids, 'accept'))).toBe(of(delta))
      }),
    )
  })
})

describe('what is accepted', () => {
  it('[SUG1] is said by clocks, and any entries that make no sense say nothing', () => {
    const client = proposingClient(0.25)
    const id = proposalId('ada', client)
    const entries: [string, Record<string, unknown>][] = [
      [id, { [acceptKey(3)]: 5, [acceptKey(4)]: 9, [acceptKey(20)]: 10, accept: 1, 'accept.x': 7 }],
      ['ada.7', { [acceptKey(0)]: 9 }],
      ['nonsense', { [acceptKey(0)]: 9 }],
      ['ada.', {}],
    ]
    const accepted = readAcceptance(entries)
    expect([...accepted]).toEqual([[client, { id, ranges: [[3, 9]] }]])
    expect(clientOf(id)).toBe(client)
    expect([isProposing(client), isProposing(2 ** 32 - 1)]).toEqual([true, false])
  })

  it('[SUG1] holds for exactly the clocks in a range, however the ranges came', () => {
    const ranges = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
    fc.assert(
      fc.property(ranges, fc.nat(60), (some, clock) => {
        const client = proposingClient(0)
        const longest = new Map<number, number>()
        for (const [from, size] of some) longest.set(from, Math.max(size, longest.get(from) ?? 0))
        const keys = Object.fromEntries(
          [...longest].map(([from, size]) => [acceptKey(from), from + size]),
        )
        const acceptance = readAcceptance([[proposalId('ada', client), keys]]).get(client)
        const isIn = [...longest].some(([from, size]) => clock >= from && clock < from + size)
        const { isAccepted, until } = acceptedAt(acceptance ?? { id: '', ranges: [] }, clock)
        expect(isAccepted).toBe(isIn)
        expect(until).toBeGreaterThan(clock)
      }),
    )
  })
})
