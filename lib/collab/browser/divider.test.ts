import { expect, it } from 'vitest'
import { DocumentReader } from '#lib/collab/document-reader.ts'
import { statusesOf } from '#lib/domain/review/status.ts'
import { sourcedSentencesOf } from '#lib/domain/sourcing/article-content.ts'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { Divider } from './divider.ts'

function open(...blocks: readonly string[]) {
  const client = new ClientDoc(2, seedOf(...blocks))
  const { doc } = client
  const reader = new DocumentReader(doc)
  const statuses = () =>
    statusesOf({
      articleId: 'a',
      state: 'draft',
      sentences: sourcedSentencesOf(reader.content),
      findSource: () => undefined,
      approvals: [],
      queries: [],
    })
  const statusAt = (index: number) => {
    const status = statuses()[index]
    if (!status) throw new Error(`There is no sentence ${index}`)
    return status
  }
  const texts = () => statuses().map(({ sentence }) => sentence.text)
  const divider = new Divider({ doc, reader }, (run) => doc.transact(run))
  return { client, divider, statusAt, texts }
}

it('[SEG19] joins and splits are written into the shared text, and live there', () => {
  const { client, divider, statusAt, texts } = open('It rained. It leaks.', 'Nobody came.')
  expect(divider.join(statusAt(0))).toBe(true)
  expect(texts()).toEqual(['It rained. It leaks.', 'Nobody came.'])
  // 1: behind the opening of the block.
  client.type(1, 'Today ')
  client.delete(7, 2)
  expect(texts()[0]).toBe('Today  rained. It leaks.')
  expect(divider.split({ block: 0, offset: 14 })).toBe(true)
  expect(texts()).toEqual(['Today  rained.', 'It leaks.', 'Nobody came.'])
  expect(divider.join(statusAt(2))).toBe(false)
})

it('[SEG20] what was done by hand is taken back, however far its formatting was carried on', () => {
  const { client, divider, statusAt, texts } = open('It rained; it leaks')
  divider.split({ block: 0, offset: 10 })
  client.change((doc) => doc.getText('text').insert(13, 'xx', { boundary: 'split' }))
  expect(texts()).toEqual(['It rained;', 'ixxt leaks'])
  const { split } = divider.handmade(statusAt(1))
  expect(split).not.toBeNull()
  divider.takeBack(statusAt(1), split ? [split] : [])
  expect(texts()).toEqual(['It rained; ixxt leaks'])
  expect(divider.handmade(statusAt(0))).toEqual({ split: null, joins: [] })
})

it('[SEG20] what somebody else took back meanwhile is left alone, and no character is cut in two', () => {
  const { client, divider, statusAt, texts } = open('It rained; 😀 it leaks')
  divider.split({ block: 0, offset: 10 })
  const status = statusAt(1)
  const { split } = divider.handmade(status)
  expect(split).toEqual({ at: 11, kind: null })
  const takeBack = () => divider.takeBack(status, split ? [split] : [])
  takeBack()
  let changes = 0
  client.doc.on('update', () => changes++)
  takeBack()
  expect(texts()).toEqual(['It rained; 😀 it leaks'])
  expect(client.doc.getText('text').toString()).toBe('It rained; 😀 it leaks')
  expect(changes).toBe(0)
})
