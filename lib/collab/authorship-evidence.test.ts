import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Story, TEXT } from '#lib/testing/authorship-story.ts'

const LEAKS = 1 + TEXT.indexOf('It leaks.')

/** Takes the sentence away, or puts it back with its annotation. */
const cut = (doc: Y.Doc) => doc.getText('text').delete(LEAKS, 'It leaks. '.length)
const putBack = (id: string) => (doc: Y.Doc) => {
  doc.getText('text').insert(LEAKS, 'It leaks. ', {})
  doc.getText('text').format(LEAKS, 'It leaks.'.length, { [`annotation:${id}`]: true })
}
const say = (id: string, key: string, value: string) => (doc: Y.Doc) =>
  (doc.getMap('annotations').get(id) as Y.Map<string>).set(key, value)

describe('evidence that goes and comes back', () => {
  const cited = () => new Story().annotate('rev', 'a', 1, { kind: 'fact', confidence: 'likely' })

  it('[AUT3] evidence that came back unapproved has its authors, whatever was approved in between', () => {
    const story = cited().act('ben', say('a', 'confidence', 'confirmed'))
    const approvals = [story.approval(1, { personId: 'cy' })]
    expect(story.authors(approvals)[1]).toBe('')
    expect(story.act('ben', say('a', 'confidence', 'likely')).authors(approvals)[1]).toBe('ben,rev')
  })

  it('[AUT3] words that came back unapproved do, with whatever evidence', () => {
    const story = new Story().replace('rev', 'leaks', 'does not leak').remove('ben', ' not')
    story.annotate('ben', 'a', 1, { kind: 'fact' })
    const approvals = [story.approval(1, { personId: 'cy' })]
    expect(story.add('ben', 'does', ' not').authors(approvals)[1]).toBe('ada,ben,rev')
  })

  it('[AUT3] whoever changes an annotation while its words are gone is an author when they are back', () => {
    const story = cited()
      .act('ben', cut)
      .act('dee', say('a', 'confidence', 'confirmed'))
    expect(story.act('cy', putBack('a')).authors()[1]).toBe('ada,cy,dee,rev')
  })

  it('[AUT3] a copy has the authors of its words and of its evidence', () => {
    const story = cited().act('ben', (doc) => {
      const record = { kind: 'fact', confidence: 'likely', derivedFrom: 'a' }
      doc.getMap('annotations').set('b', new Y.Map(Object.entries(record)))
      doc.getText('text').insert(1, 'It leaks. ')
      doc.getText('text').format(1, 'It leaks.'.length, { 'annotation:b': true })
    })
    expect(story.authors()[0]).toBe('ada,ben,rev')
    expect(story.remove('ben', 'Nobody came.').authors()[0]).toBe('ada,ben,rev')
  })

  it('[AUT3] whoever takes evidence away is an author, and whoever ties it to other words', () => {
    const gone = cited().act('ben', (doc) => doc.getMap('annotations').delete('a'))
    expect(gone.authors()[1]).toBe('ada,ben,rev')
    const moved = cited().act('ben', (doc) => {
      const text = doc.getText('text')
      text.format(LEAKS, 'It leaks.'.length, { 'annotation:a': null })
      text.format(1 + TEXT.indexOf('Nobody'), 'Nobody came.'.length, { 'annotation:a': true })
    })
    expect(moved.authors()).toEqual(['ada', 'ada,ben,rev', 'ada,ben,rev'])
  })

  it('[AUT4] what was approved with its evidence has no authors, taken away and put back', () => {
    const story = cited()
    const approvals = [story.approval(1, { personId: 'cy' })]
    story.act('ben', cut).act('ben', putBack('a'))
    expect(story.authors(approvals)[1]).toBe('ben')
  })

  it('[AUT3] a paragraph that ends within a sentence, or no more, counts on both sides', () => {
    const story = new Story().act('ben', (doc) =>
      doc.getText('text').insertEmbed(LEAKS + 3, { block: 'new' }),
    )
    expect(story.authors()).toEqual(['ada', 'ada,ben', 'ada,ben', 'ada'])
    story.act('cy', (doc) => doc.getText('text').delete(LEAKS + 3, 1))
    expect(story.authors()).toEqual(['ada', 'ada,ben,cy', 'ada'])
  })

  it('[AUT3] so does a sentence that is cut in two, or joined with the next, by hand', () => {
    const bound = (at: number, boundary: string) => (doc: Y.Doc) =>
      doc.getText('text').format(at, 1, { boundary })
    expect(new Story().act('ben', bound(LEAKS, 'join')).authors()).toEqual(['ada,ben', 'ada'])
    expect(new Story().act('ben', bound(LEAKS + 3, 'split')).authors()).toEqual([
      ...['ada', 'ada,ben', 'ada,ben', 'ada'],
    ])
  })
})
