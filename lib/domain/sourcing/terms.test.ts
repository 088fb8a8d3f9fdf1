import { expect, it } from 'vitest'
import { source } from '#lib/testing/builders.ts'
import { TERMS } from './source.ts'
import { publicFace, termsTrouble } from './terms.ts'

const told = { description: 'Caretaker, Vik', url: 'https://example.org/jonas-vik' }
const person = (fields: object) =>
  source({ kind: 'person', title: 'Jonas Vik', publicName: 'Jonas Vik', ...told, ...fields })

it('[TRM1] on background the agreed wording stands in place of the name, and of all that tells who it is', () => {
  const wording = 'a person who works there'
  expect(publicFace(person({}))).toEqual({ name: 'Jonas Vik', ...told })
  expect(publicFace(person({ wording }))).toEqual({ name: wording, ...told })
  const face = publicFace(person({ terms: 'background', wording: ` ${wording} ` }))
  expect(face).toEqual({ name: wording, description: '', url: null })
  for (const terms of ['deepBackground', 'offRecord']) {
    expect(publicFace(person({ terms, wording }))).toBeNull()
  }
})

it('[TRM2] whatever is not published says under which terms, and nothing is published without a wording', () => {
  const said = (fields: object) => termsTrouble(person(fields))
  const words = TERMS.map((terms) => said({ terms }))
  expect(words[0]).toBeNull()
  expect(words[1]).toContain('on background: write down')
  expect(words[2]).toContain('deep background')
  expect(words[3]).toContain('off the record')
  expect(said({ terms: 'background', wording: ' ' })).toContain('on background')
})

it('[TRM2] a wording that holds a part of the name is none', () => {
  const said = (title: string, wording: string, kind = 'person') =>
    termsTrouble(person({ title, wording, kind, terms: 'background' }))
  expect(said('Jonas Vik', 'a friend of JONAS')).toContain('a part of the name')
  expect(said('Jonás Vik', 'a clerk, Jonas by name')).toContain('a part of the name')
  expect(said('محمد علي', 'موظف اسمه محمد')).toContain('a part of the name')
  expect(said('Jonas Vik', 'a person who works there')).toBeNull()
  expect(said('caretaker of block 4', 'a caretaker')).toBeNull()
  expect(said('Vik Council minutes', 'a paper of the Council', 'document')).toBeNull()
})

it('[TRM1] publication details are told on the record, and not otherwise', () => {
  const csl = { author: [{ literal: 'Jonas Vik' }], DOI: '10.1234/vik' }
  const wording = 'a person who works there'
  expect(publicFace(person({ csl }))?.csl).toEqual(csl)
  expect(publicFace(person({ csl: null }))).not.toHaveProperty('csl')
  expect(publicFace(person({ csl, terms: 'background', wording }))).not.toHaveProperty('csl')
})
