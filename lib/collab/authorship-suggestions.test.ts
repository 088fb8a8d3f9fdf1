import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { proposingClient } from '#lib/domain/text/acceptance.ts'
import { proposalId } from '#lib/domain/text/flat-text.ts'
import { settleProposals } from '#lib/editor/settle-proposals.ts'
import { Story, TEXT } from '#lib/testing/authorship-story.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { DocumentReader } from './document-reader.ts'

describe('suggestions that are settled in parts, or not at all', () => {
  const client = proposingClient(0.5)
  const id = proposalId('rev', client)
  const propose = (at: number, words: string) => (doc: Y.Doc) => {
    doc.clientID = client
    if (!doc.getMap('proposals').has(id)) doc.getMap('proposals').set(id, new Y.Map())
    doc.getText('text').insert(at, words)
  }
  const settle = (verdict: 'accept' | 'reject') => (doc: Y.Doc) =>
    settleProposals(doc, new DocumentReader(doc).flat, () => true, verdict)

  it('[AUT5] a suggestion that its author goes on with, while another accepts it, is their work', () => {
    const story = new Story().act('rev', propose(1 + TEXT.length - 1, ' in time'))
    const ben = new ClientDoc(77, ...story.rows.map(({ update }) => update))
    story.act('rev', propose(1 + TEXT.length + 7, ', ever'))
    story.rows.push({
      seq: story.rows.length + 1,
      personId: 'ben',
      update: ben.change(settle('accept')),
    })
    expect(story.authors().at(-1)).toBe('ada,ben,rev')
  })

  it('[AUT5] a suggestion that another writes over was not accepted, and makes nobody an author', () => {
    const story = new Story().act('rev', (doc) => {
      const id = proposalId('rev', client)
      doc.clientID = client
      doc.getMap('proposals').set(id, new Y.Map())
      doc.getText('text').insert(doc.getText('text').toString().indexOf('leaks') + 1, 'still ')
    })
    story.replace('ben', 'still leaks', 'drips')
    expect(story.authors()).toEqual(['ada', 'ada,ben', 'ada'])
  })

  it('[AUT5] who suggested that words go is an author where they went', () => {
    const cut = (doc: Y.Doc) => {
      doc.getMap('proposals').set(id, new Y.Map())
      doc.getText('text').format(1 + TEXT.indexOf(' came'), 5, { [`delete:${id}`]: true })
    }
    const accepted = new Story().act('rev', cut).act('ben', settle('accept'))
    expect(accepted.authors()).toEqual(['ada', 'ada', 'ada,ben,rev'])
    const refused = new Story().act('rev', cut).act('ben', settle('reject'))
    expect(refused.authors()).toEqual(['ada', 'ada', 'ada'])
  })

  it('[AUT5] who takes words out of what another suggests wrote at it, once it is accepted', () => {
    const story = new Story().act('rev', propose(1 + TEXT.length - 1, ' not in time'))
    story.remove('ben', ' not')
    expect(story.authors().at(-1)).toBe('ada')
    expect(story.act('cy', settle('accept')).authors().at(-1)).toBe('ada,ben,cy,rev')
  })

  it('[AUT5] who says where words come from that are suggested has said so, once they are accepted', () => {
    const story = new Story().act('rev', propose(1 + TEXT.length, ' It was theft.'))
    story.act('dee', (doc) => {
      const text = doc.getText('text')
      doc.getMap('annotations').set('a', new Y.Map([['kind', 'fact']]))
      text.format(text.length - 14, 14, { 'annotation:a': true })
    })
    expect(story.act('cy', settle('accept')).authors().at(-1)).toBe('cy,dee,rev')
  })
})
