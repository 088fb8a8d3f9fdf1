import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proposingClient } from '#lib/domain/text/acceptance.ts'
import { proposalId } from '#lib/domain/text/flat-text.ts'
import { settleProposals } from '#lib/editor/settle-proposals.ts'
import { Story, shownAuthors, TEXT } from '#lib/testing/authorship-story.ts'
import { seedOf } from '#lib/testing/client-doc.ts'
import { AuthorshipTracker } from './authorship-tracker.ts'
import { DocumentReader } from './document-reader.ts'
import { setThread } from './edit-document.ts'
import type { KeyedApproval } from './ports.ts'

describe('the authors of each sentence', () => {
  it('[AUT1] are all whose rows changed it, and no others', () => {
    expect(new Story().authors()).toEqual(['ada', 'ada', 'ada'])
    expect(new Story().replace('ben', '2.4', '2.5').authors()).toEqual(['ada,ben', 'ada', 'ada'])
  })

  it('[AUT3] deletions count, and an undo does not take back who did it', () => {
    expect(new Story().replace('ben', 'It leaks. ', '').authors()).toEqual(['ada', 'ada'])
    expect(new Story().replace('ben', 'leaks', 'leak').authors()).toEqual(['ada', 'ada,ben', 'ada'])
    const back = new Story().replace('ben', '2.4', '2.5').replace('ben', '2.5', '2.4')
    expect(back.authors()).toEqual(['ada,ben', 'ada', 'ada'])
  })

  it('[AUT3] a sentence that was taken away whole and comes back has its former authors, and who brought it back', () => {
    const gone = new Story().replace('ben', 'It leaks. ', '')
    const back = gone.replace('cy', 'Nobody', 'It leaks. Nobody')
    expect(back.authors()).toEqual(['ada', 'ada,cy', 'ada'])
    const moved = new Story().act('ben', (doc) => {
      const text = doc.getText('text')
      text.delete(1 + 'It cost 2.4 million. '.length, 'It leaks. '.length)
      text.insert(text.length, ' It leaks.')
    })
    expect(moved.authors().at(-1)).toBe('ada,ben')
  })

  it('[AUT3] words that went a piece at a time and come back at once have their former authors', () => {
    const cut = new Story().remove('ben', 'Nobody').remove('ben', ' came.')
    expect(cut.add('cy', 'leaks. ', 'Nobody came.').authors().at(-1)).toBe('ada,cy')
  })

  it('[AUT3] what an undo brings back a piece at a time has the authors of what it was cut from', () => {
    const cut = new Story().remove('ben', 'Nobody').remove('ben', ' came.')
    const back = cut.add('cy', 'leaks. ', ' came.').add('cy', 'leaks. ', 'Nobody')
    expect(back.authors().at(-1)).toBe('ada,ben,cy')
  })

  it('[AUT3] a sentence into which another wrote before it was cut away comes back with its authors', () => {
    const story = new Story().replace('rev', 'Nobody came.', 'It was theft.')
    story.add('ben', 'It was', ' not').remove('ben', ' It was not theft.')
    expect(story.add('ben', 'leaks.', ' It was theft.').authors().at(-1)).toBe('ben,rev')
  })

  it('[AUT3] who once typed a letter and took it away is no author of what another begins with it', () => {
    const typed = new Story().add('ben', 'came.', ' T').remove('ben', ' T')
    const story = typed.add('cy', 'came.', ' T').add('cy', 'came. T', 'he')
    expect(story.authors().at(-1)).toBe('cy')
  })

  it('[AUT5] a suggestion has two authors once it is accepted, and none before', () => {
    const client = proposingClient(0.5)
    const id = proposalId('sue', client)
    const propose = (doc: Y.Doc) => {
      doc.clientID = client
      doc.getMap('proposals').set(id, new Y.Map())
      const at = doc.getText('text').toString().indexOf('leaks') + 1
      doc.getText('text').format(at, 5, { [`delete:${id}`]: true })
      doc.getText('text').insert(at, 'drips')
    }
    const settle = (verdict: 'accept' | 'reject') => (doc: Y.Doc) =>
      settleProposals(doc, new DocumentReader(doc).flat, () => true, verdict)
    const story = () => new Story().act('sue', propose)
    expect(story().authors()).toEqual(['ada', 'ada', 'ada'])
    expect(story().replace('ben', 'cost', 'costs').authors()).toEqual(['ada,ben', 'ada', 'ada'])
    expect(story().act('ben', settle('reject')).authors()).toEqual(['ada', 'ada', 'ada'])
    expect(story().act('ben', settle('accept')).authors()).toEqual(['ada', 'ada,ben,sue', 'ada'])
  })

  it('[AUT3] a split and a join count, on both sides', () => {
    expect(
      new Story()
        .act('ben', (doc) => doc.getText('text').insert(TEXT.indexOf(' leaks') + 1, '. She'))
        .authors(),
    ).toEqual(['ada', 'ada,ben', 'ada,ben', 'ada'])
    expect(new Story().replace('ben', '. It', ', it').authors()).toEqual(['ada,ben', 'ada'])
  })

  it('[AUT2] bold, roles and a new paragraph make nobody an author', () => {
    const story = new Story()
      .act('ben', (doc) => doc.getText('text').format(1, 9, { bold: true }))
      .act('ben', (doc) => doc.getText('text').format(3, 9, { bold: null }))
      .act('ben', (doc) => (doc.getMap('blocks').get('b0') as Y.Map<string>).set('role', 'quote'))
      .act('ben', (doc) =>
        doc.getText('text').insertEmbed(TEXT.indexOf('Nobody') + 1, { block: 'new' }),
      )
    expect(story.authors()).toEqual(['ada', 'ada', 'ada'])
  })

  it('[AUT2] to annotate makes an author, the empty annotation of a query does not', () => {
    expect(new Story().annotate('rev', 'q', 1, {}).authors()).toEqual(['ada', 'ada', 'ada'])
    const said = new Story().annotate('rev', 'q', 1, {}).annotate('ben', 'q', 1, { kind: 'fact' })
    expect(said.authors()).toEqual(['ada', 'ada,ben', 'ada'])
    expect(new Story().annotate('ben', 'q', 1, { publicNote: 'x' }).authors()).toEqual([
      'ada',
      'ada,ben',
      'ada',
    ])
  })

  it('[AUT2, THR2] to talk about a sentence makes nobody its author', () => {
    const story = new Story().act('pia', (doc) => {
      const { flat } = new DocumentReader(doc)
      setThread(doc, flat, 't', { blockIndex: 0, from: 3, to: 25 })
    })
    expect(story.authors()).toEqual(['ada', 'ada', 'ada'])
    expect(story.replace('ben', '2.4', '2.5').authors()).toEqual(['ada,ben', 'ada', 'ada'])
  })

  it('[AUT1] a row that says nothing new makes nobody an author', () => {
    const story = new Story()
    story.rows.push({ seq: 2, personId: 'ben', update: seedOf(TEXT) })
    expect(story.authors()).toEqual(['ada', 'ada', 'ada'])
  })
})

describe('approvals', () => {
  it('[AUT4] clear the authors of what was approved, from then on', () => {
    const story = new Story().replace('ben', '2.4', '2.5')
    const approvals = [story.approval(0), story.approval(2)]
    expect(story.authors(approvals)).toEqual(['', 'ada', ''])
    expect(story.replace('cy', '2.5', '2.6').authors(approvals)).toEqual(['cy', 'ada', ''])
  })

  it('[AUT4] that were taken back clear nothing', () => {
    const story = new Story()
    expect(story.authors([story.approval(0, { withdrawnAt: 'now' })])).toEqual([
      'ada',
      'ada',
      'ada',
    ])
  })

  it('[AUT4] that come to light late are not left out: the fold begins anew', () => {
    const story = new Story()
    const late = story.approval(0)
    story.replace('ben', 'leaks', 'leak')
    const tracker = new AuthorshipTracker('x')
    expect(tracker.fold(story.rows, [])).toBe(true)
    expect(tracker.fold([], [late])).toBe(false)
    expect(story.authors([late])).toEqual(['', 'ada,ben', 'ada'])
  })

  it('[AUT4] a tracker that folds on says what a new one says, or asks to be made anew', () => {
    const step = fc.oneof(
      fc.record({
        do: fc.constant('replace' as const),
        person: fc.constantFrom('ben', 'cy'),
        from: fc.constantFrom('2.4', '2.5', 'leaks', '. ', 'came'),
        to: fc.constantFrom('2.4', '2.5', 'leaks', '. ', ''),
      }),
      fc.record({ do: fc.constant('approve' as const), sentence: fc.nat(2) }),
      fc.record({ do: fc.constant('withdraw' as const), nth: fc.nat(5) }),
      fc.record({ do: fc.constant('ask' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (all) => {
        const story = new Story()
        let approvals: readonly KeyedApproval[] = []
        let tracker = new AuthorshipTracker('x')
        for (const next of [...all, { do: 'ask' as const }]) {
          if (next.do === 'replace') story.replace(next.person, next.from, next.to)
          else if (next.do === 'approve')
            approvals = [
              ...approvals,
              ...attempt(() => story.approval(next.sentence, { id: `${approvals.length}` })),
            ]
          else if (next.do === 'withdraw')
            approvals = approvals.map((one, k) =>
              k === next.nth ? { ...one, withdrawnAt: 'now' } : one,
            )
          else {
            if (!tracker.fold(story.rows.slice(tracker.seq), approvals)) {
              tracker = new AuthorshipTracker('x')
              expect(tracker.fold(story.rows, approvals)).toBe(true)
            }
            expect(shownAuthors(tracker)).toEqual(story.authors(approvals))
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})

function attempt<T>(make: () => T): T[] {
  try {
    return [make()]
  } catch {
    return []
  }
}
