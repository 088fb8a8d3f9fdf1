import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proposerOf } from '#lib/domain/text/flat-text.ts'
import { type ProposalVerdict, proposalsOf } from '#lib/domain/text/proposals.ts'
import { asProposal } from '#lib/editor/propose.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'
import { settleProposals } from '#lib/editor/settle-proposals.ts'
import { type Dice, dice } from '#lib/testing/dice.ts'
import { flatReplica } from '#lib/testing/flat-replica.ts'
import { newRooms, seed, textOf } from '#lib/testing/test-rooms.ts'
import { DocumentReader } from './document-reader.ts'
import { foldDocument } from './fold-document.ts'

const TEXT = 'It leaks|It rained.'
/** Where the words of the second block begin in the editor. */
const SENTENCE = 11

/** Somebody at the article, offline until what they did is sent. Their letters are nobody else's. */
function seat(personId: string, number: number, suggestOnly: boolean) {
  const ydoc = foldDocument()
  ydoc.clientID = 100 + number
  Y.applyUpdate(ydoc, seed)
  const unsent: Uint8Array[] = []
  ydoc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'network') unsent.push(update)
  })
  const chance = dice(number)
  const { editor, binding } = flatReplica(ydoc, {
    ...{ captureTimeout: 0, personId, random: chance.roll },
  })
  const reader = new DocumentReader(ydoc)
  let letters = 0
  const fresh = () => String.fromCharCode(0x4e00 + number * 256 + letters++)
  const isOwn = (letter: string) => letter.charCodeAt(0) >> 8 === (0x4e00 >> 8) + number
  return {
    ...{ personId, suggestOnly, ydoc, unsent },
    hear: (update: Uint8Array) => Y.applyUpdate(ydoc, update, 'network'),
    open: (by: string) =>
      proposalsOf(reader.content.blocks).filter((proposal) => proposal.personId === by),
    /** Types in the sentence, or over up to three characters of it. */
    edit(random: Dice, over: number) {
      const end = SENTENCE + (editor.state.doc.child(1).content.size ?? 0)
      const from = SENTENCE + random.int(end - SENTENCE + 1)
      const { tr, schema } = editor.state
      // As the editor does it: what is typed among proposed words is no part of them.
      tr.replaceWith(from, Math.min(end, from + over), schema.text(fresh()))
      editor.dispatch(suggestOnly ? asProposal(editor.state, tr, binding.proposer) : tr)
    },
    /** Takes characters out, and puts nothing in. */
    take(from: number, to: number) {
      const tr = editor.state.tr.delete(from, to)
      editor.dispatch(suggestOnly ? asProposal(editor.state, tr, binding.proposer) : tr)
    },
    undo: () => binding.undo(),
    /** All characters that this person does not suggest to take out. */
    untouchedBy: (by: string) =>
      deltaOf(ydoc.getText('text'))
        .filter(
          ({ attributes = {} }) =>
            !Object.keys(attributes).some((key) => key.startsWith(`delete:${by}.`)),
        )
        .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
        .join(''),
    settleAllOf: (by: string, verdict: ProposalVerdict) =>
      binding.together(() =>
        settleProposals(ydoc, reader.flat, (id) => proposerOf(id) === by, verdict),
      ),
    /** Of these words those that this person put in. */
    ownIn: (words: string) => [...words].filter(isOwn).sort().join(''),
    without: (words: string) => [...words].filter((letter) => !isOwn(letter)).join(''),
  }
}

type Seat = ReturnType<typeof seat>

function newsroom() {
  const { rooms, log } = newRooms('x')
  const people = {
    ...{ sue: seat('sue', 1, true), sam: seat('sam', 2, true) },
    ...{ ben: seat('ben', 3, false), ann: seat('ann', 4, false) },
  }
  const all = Object.values(people)
  /** Everything unsent reaches the server, which checks it, and then everybody; whose comes first is chance. */
  const meet = async (random: Dice, some: readonly Seat[] = all) => {
    const waiting = [...some]
    while (waiting.length) {
      const [from] = waiting.splice(random.int(waiting.length), 1)
      for (const update of from?.unsent.splice(0) ?? []) await send(from, update)
    }
  }
  const send = async (from: Seat | undefined, update: Uint8Array) => {
    const { personId = '', suggestOnly = false } = from ?? {}
    const known = log.of('x').rows.length
    await rooms.receive('x', { personId, sessionId: null, suggestOnly }, update)
    for (const row of log.of('x').rows.slice(known))
      for (const other of all) if (other !== from || row.update !== update) other.hear(row.update)
  }
  const read = async () => textOf(await rooms.read('x'))
  return { ...people, all, meet, read }
}

const inserted = (seat: Seat, by: string) =>
  seat
    .open(by)
    .map((proposal) => proposal.inserted)
    .join('')

const wordsGone = (seat: Seat) =>
  seat
    .open('sue')
    .map((proposal) => proposal.deleted)
    .join('')

describe('two suggest in one sentence while one types', () => {
  it('[SUG3, SUG4] all of one of them is rejected at once: what was typed and what the other suggests is whole', async () => {
    for (let run = 1; run <= 100; run++) {
      const { sue, sam, ben, ann, all, meet, read } = newsroom()
      const random = dice(run)
      // None of them knows of the others.
      for (const each of [sue, sam, sue, sam]) each.edit(random, random.int(4))
      for (let n = 0; n < 2; n++) ben.edit(random, 0)
      await meet(random)
      const first = await read()
      expect({ run, text: ben.without(first) }).toEqual({ run, text: TEXT })

      ann.settleAllOf('sue', 'reject')
      for (let n = 0; n < 2; n++) ben.edit(random, 0)
      const kept = sam.ownIn(inserted(sam, 'sam'))
      await meet(random)
      const now = await read()
      expect({ run, text: ben.without(now) }).toEqual({ run, text: TEXT })
      expect(ben.ownIn(now)).toHaveLength(4)
      for (const each of all) {
        expect(sue.ownIn(inserted(each, 'sue'))).toBe('')
        expect(sam.ownIn(inserted(each, 'sam'))).toBe(kept)
        expect(each.ydoc.getText('text').toDelta()).toEqual(ann.ydoc.getText('text').toDelta())
      }

      for (const by of ['sam', 'sue']) ann.settleAllOf(by, 'reject')
      await meet(random)
      expect(await read()).toBe(now)
      for (const each of all) expect([each.open('sue'), each.open('sam')]).toEqual([[], []])
    }
  })

  it('[SUG3] two who settle all of one person at once, one by rejecting it, end up with one text without it', async () => {
    for (let run = 1; run <= 60; run++) {
      const { sue, sam, ben, ann, all, meet, read } = newsroom()
      const random = dice(run)
      for (const each of [sue, sam, sue, sam]) each.edit(random, random.int(4))
      await meet(random)
      ann.settleAllOf('sue', 'reject')
      ben.settleAllOf('sue', random.chance(0.5) ? 'reject' : 'accept')
      // Also what sue suggests to take out again is let go by whoever accepts all of hers.
      const kept = sam.ownIn(ben.untouchedBy('sue'))
      await meet(random)
      // What one rejected does not come in because another accepted it.
      expect(sue.ownIn(await read())).toBe('')
      for (const each of all) {
        expect(inserted(each, 'sue')).toBe('')
        expect(sam.ownIn(inserted(each, 'sam'))).toMatch(new RegExp([...kept].join('.*')))
        expect(each.ydoc.getText('text').toDelta()).toEqual(ann.ydoc.getText('text').toDelta())
      }
    }
  })

  it('[SUG4] who types among words that another suggests to take out is let in, also when that was settled meanwhile', async () => {
    for (let run = 1; run <= 60; run++) {
      const { sue, sam, ben, ann, all, meet, read } = newsroom()
      const random = dice(run)
      sue.edit(random, 3 + random.int(4))
      await meet(random)
      for (let n = 0; n < 3; n++) sam.edit(random, 0)
      ann.settleAllOf('sue', 'reject')
      const kept = sam.ownIn(inserted(sam, 'sam'))
      await meet(random, [ann])
      ben.edit(random, 0)
      await meet(random)
      expect({ run, text: ben.without(await read()) }).toEqual({ run, text: TEXT })
      for (const each of all) {
        expect({ run, open: each.open('sue') }).toEqual({ run, open: [] })
        expect(sam.ownIn(inserted(each, 'sam'))).toBe(kept)
        expect(each.ydoc.getText('text').toDelta()).toEqual(ann.ydoc.getText('text').toDelta())
      }
    }
  })

  it.each(
    (['reject', 'accept'] as const).flatMap((verdict) =>
      (['sam', 'ben'] as const).flatMap((typist) =>
        [true, false].map((typedFirst) => ({ verdict, typist, typedFirst })),
      ),
    ),
  )(
    '[SUG3] what is let go ($verdict) while $typist types among it stays let go, and no other words become part of it (typed first: $typedFirst)',
    async ({ verdict, typist, typedFirst }) => {
      for (let run = 1; run <= 40; run++) {
        const { all, meet, read, ...people } = newsroom()
        const { sue, sam, ann } = people
        const random = dice(run)
        const from = SENTENCE + 1 + random.int(4)
        sue.take(from, from + 2 + random.int(4))
        await meet(random)
        const words = verdict === 'reject' ? TEXT : sue.untouchedBy('sue')
        for (let n = 0; n < 3; n++) people[typist].edit(random, 0)
        ann.settleAllOf('sue', verdict)
        const kept = sam.ownIn(inserted(sam, 'sam'))
        const order = typedFirst ? [people[typist], ann] : [ann, people[typist]]
        for (const each of order) await meet(random, [each])
        const now = people[typist].without(await read())
        if (verdict === 'reject') expect({ run, now }).toEqual({ run, now: words })
        for (const each of all) {
          expect({ run, open: each.open('sue') }).toEqual({ run, open: [] })
          expect(sam.ownIn(inserted(each, 'sam'))).toBe(kept)
          expect(each.ydoc.getText('text').toDelta()).toEqual(ann.ydoc.getText('text').toDelta())
        }
      }
    },
  )

  it('[SUG3] what its author suggests meanwhile to take out stays suggested when the rest is let go, and so does what came back by undo', async () => {
    for (let run = 1; run <= 40; run++) {
      const { sue, sam, ann, all, meet } = newsroom()
      const random = dice(run)
      sue.take(SENTENCE + 2, SENTENCE + 4)
      await meet(random)
      sue.take(SENTENCE + 5, SENTENCE + 7)
      const isTypedIn = random.chance(0.5)
      if (isTypedIn) sam.edit(random, 0)
      ann.settleAllOf('sue', 'reject')
      await meet(random)
      for (const each of all)
        expect({ run, words: sam.without(wordsGone(each)) }).toEqual({ run, words: 'in' })
      if (isTypedIn) continue
      ann.undo()
      await meet(random)
      for (const each of all)
        expect({ run, words: sam.without(wordsGone(each)) }).toEqual({ run, words: ' rin' })
    }
  })
})
