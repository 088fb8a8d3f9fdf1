import { describe, expect, it } from 'vitest'
import {
  type Actor,
  type ArticleAccess,
  type ArticleAction,
  mayInHouse,
  mayOnArticle,
  maySee,
  PERSON_ROLES,
  requireInHouse,
  requireOnArticle,
} from './policy.ts'

const actor = (fields: Partial<Actor>): Actor => ({
  ...{ id: 'me', name: 'Me', email: 'me@galley.test', roles: [], chief: false },
  ...fields,
})
const open: ArticleAccess = { createdBy: 'other', restricted: false, assigned: [], named: [] }

/** The table, a letter for each right: all articles, own ones, own and assigned ones, chiefs only, nothing. */
const TABLE: readonly (readonly [ArticleAction, string])[] = [
  //            writer, editor, reviewer, publisher, admin
  ['read', 'aaaaa'],
  ['suggest', 'aaaaa'],
  ['write', 'saa--'],
  ['decide', '--a--'],
  ['move', 'oaa--'],
  ['check', '-aa--'],
  ['legal', '---a-'],
  ['plan', 'oaaa-'],
  ['archive', '---a-'],
  ['publish', '---a-'],
  ['overrule', '---c-'],
  ['people', 'oa--a'],
]

/** Who stands how to the article; what each letter grants them. */
const STANDINGS = {
  stranger: { access: open, chief: false, grants: 'a' },
  own: { access: { ...open, createdBy: 'me' }, chief: false, grants: 'aos' },
  assigned: { access: { ...open, assigned: ['me'] }, chief: false, grants: 'as' },
  named: { access: { ...open, named: ['me'] }, chief: false, grants: 'a' },
  chief: { access: open, chief: true, grants: 'ac' },
} as const

describe('[ACC1] who may what on an article', () => {
  it.each(TABLE)('[ACC1] %s', (action, letters) => {
    PERSON_ROLES.forEach((role, column) => {
      for (const [standing, { access, chief, grants }] of Object.entries(STANDINGS)) {
        const may = mayOnArticle(actor({ roles: [role], chief }), action, access)
        expect(`${role} ${standing}: ${may}`).toBe(
          `${role} ${standing}: ${grants.includes(letters[column] ?? '-')}`,
        )
      }
    })
  })

  it('[ACC1] several roles have the rights of each', () => {
    const both = actor({ roles: ['writer', 'publisher'] })
    expect(mayOnArticle(both, 'publish', open)).toBe(true)
    expect(mayOnArticle(both, 'write', open)).toBe(false)
  })

  it('[ACC1] a person without a role may nothing, a chief who is no publisher nothing more', () => {
    for (const [action] of TABLE) {
      expect(mayOnArticle(actor({ chief: true }), action, { ...open, createdBy: 'me' })).toBe(false)
    }
    expect(mayOnArticle(actor({ roles: ['admin'], chief: true }), 'overrule', open)).toBe(false)
  })
})

describe('[ACC4] who may what in the house', () => {
  it.each([
    ['createArticle', ['writer', 'editor']],
    ['editSources', ['writer', 'editor', 'reviewer']],
    ['people', ['admin']],
    ['keys', ['admin']],
  ] as const)('[ACC4] %s: %s', (action, roles) => {
    const may = PERSON_ROLES.filter((role) => mayInHouse(actor({ roles: [role] }), action))
    expect(may).toEqual(roles)
    for (const role of PERSON_ROLES) {
      expect(requireInHouse(actor({ roles: [role] }), action).ok).toBe(may.includes(role))
    }
  })
})

it('[KEP1] what is kept is listed for administrators alone', () => {
  const may = PERSON_ROLES.filter((role) => mayInHouse(actor({ roles: [role] }), 'seeKept'))
  expect(may).toEqual(['admin'])
})

describe('[ACC2] a restricted article', () => {
  const restricted = { ...open, restricted: true }
  it.each(PERSON_ROLES)(
    '[ACC2] does not exist for a %s who is not named, whatever they ask',
    (role) => {
      const person = actor({ roles: [role], chief: true })
      for (const [action] of TABLE) {
        expect(mayOnArticle(person, action, restricted)).toBe(false)
        expect(requireOnArticle(person, action, restricted)).toMatchObject({
          failure: { kind: 'notFound' },
        })
      }
      expect(maySee(person, restricted)).toBe(false)
    },
  )

  it('[ACC2] is seen by its maker, the assigned and the named, with the rights of their roles', () => {
    for (const access of [{ createdBy: 'me' }, { assigned: ['me'] }, { named: ['me'] }]) {
      const article = { ...restricted, ...access }
      expect(maySee(actor({ roles: ['reviewer'] }), article)).toBe(true)
      expect(requireOnArticle(actor({ roles: ['reviewer'] }), 'decide', article).ok).toBe(true)
      expect(requireOnArticle(actor({ roles: ['reviewer'] }), 'publish', article)).toMatchObject({
        failure: { kind: 'forbidden' },
      })
    }
  })
})
