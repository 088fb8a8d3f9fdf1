import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ClientDoc, seedOf } from '#lib/testing/client-doc.ts'
import { checkUpdate } from './check-update.ts'
import { foldDocument } from './fold-document.ts'
import { UpdateRefused } from './update-refused.ts'

const seed = seedOf('It rained.')

function serverDoc(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = foldDocument()
  for (const update of [seed, ...updates]) Y.applyUpdate(doc, update)
  return doc
}

function verdict(update: Uint8Array, doc = serverDoc()) {
  try {
    return checkUpdate(doc, new Map([[5, 'ada']]), 'ada', update).clients
  } catch (error) {
    if (error instanceof UpdateRefused) return error.refusal
    throw error
  }
}

const changed = (work: (doc: Y.Doc) => void) => new ClientDoc(5, seed).change(work)

/** `{a: {a: …}}`, as deep as that. */
function deep(levels: number): object {
  let value: object = {}
  for (let level = 0; level < levels; level++) value = { a: value }
  return value
}

describe('[LOG2] an update is refused that nobody could read or send on afterwards', () => {
  it('[LOG2] values within values, in a map, an embed or a format', () => {
    for (const levels of [2, 1000]) {
      const value = deep(levels)
      expect(verdict(changed((doc) => doc.getMap('meta').set('x', value)))).toBe('foreignRoot')
      expect(verdict(changed((doc) => doc.getText('text').insertEmbed(1, value)))).toBe(
        'foreignRoot',
      )
      expect(verdict(changed((doc) => doc.getText('text').format(1, 2, { bold: value })))).toBe(
        'foreignRoot',
      )
    }
    const flat = changed((doc) => {
      doc.getText('text').insertEmbed(1, { figure: 'f', width: 3 })
      doc.getText('text').format(2, 2, { link: 'https://example.org', bold: true })
      doc.getMap('meta').set('lang', 'de')
    })
    expect(verdict(flat)).toEqual([5])
  })

  it('[LOG2] maps within maps, however they come there', () => {
    const nested = new Y.Map([['a', new Y.Map()]])
    expect(verdict(changed((doc) => doc.getMap('annotations').set('a', nested)))).toBe(
      'foreignRoot',
    )
    expect(verdict(changed((doc) => doc.getText('text').insertEmbed(1, new Y.Map())))).toBe(
      'foreignRoot',
    )
    const ada = new ClientDoc(5, seed)
    const first = ada.change((doc) => doc.getMap('annotations').set('a', new Y.Map([['k', 1]])))
    const again = ada.change((doc) => doc.getMap('annotations').set('a', new Y.Map([['k', 2]])))
    expect(verdict(again, serverDoc(first))).toEqual([5])
    const second = ada.change((doc) => {
      const record = doc.getMap('annotations').get('a') as Y.Map<unknown>
      record.set('k', new Y.Map())
    })
    expect(verdict(second, serverDoc(first, again))).toBe('foreignRoot')
    const both = Y.encodeStateAsUpdate(ada.doc, Y.encodeStateVector(serverDoc(first)))
    expect(verdict(both, serverDoc(first))).toBe('foreignRoot')
  })
})

it('[LOG2] foreignRoot: text that comes as an embed, and counts for one character', () => {
  const honest = changed((doc) => doc.getText('text').insertEmbed(1, { a: 1 }))
  const at = Buffer.from(honest).indexOf('{"a":1}')
  for (const embed of ['"abcde"', '1234567', 'null   ']) {
    const update = Buffer.from(honest)
    update.write(embed, at)
    expect(verdict(new Uint8Array(update))).toBe('foreignRoot')
  }
  expect(verdict(honest)).toEqual([5])
})
