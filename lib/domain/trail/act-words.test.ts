import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ACTIONS, actionLabel, actWords } from './act-words.ts'

/** Literals like `'version.published'` in files that record: an area that is known to the trail, and what was done. */
const ACT = /'((?:[a-z]+)\.[a-z][A-Za-z]+)'/g
const AREAS = new Set(ACTIONS.map((action) => action.split('.')[0]))

function actsInCode(): readonly string[] {
  const tracked = execFileSync('git', [
    'grep',
    '-lE',
    'record\\(|appendAudit\\(|action',
    'lib',
    'db',
  ])
  const files = String(tracked)
    .split('\n')
    .filter((path) => /\.ts$/.test(path) && !/\.test\.ts$|^lib\/(testing|domain)\//.test(path))
  expect(files.length).toBeGreaterThan(20)
  const found = files.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(ACT)].map(([, act = '']) => act),
  )
  return [...new Set(found)].filter((act) => AREAS.has(act.split('.')[0] ?? '')).sort()
}

/** Put together where they are recorded. */
const COMPOSED = ['sentence.approve', 'sentence.query', 'sentence.reject']

it('[LOG13] every act that the code records has words, and every word an act', () => {
  const acts = [...new Set([...actsInCode(), ...COMPOSED])]
  expect(acts.filter((act) => !ACTIONS.includes(act))).toEqual([])
  expect(ACTIONS.filter((action) => !acts.includes(action))).toEqual([])
})

it('[LOG13] every area in which something is recorded is known', () => {
  const recorded = execFileSync('git', [
    'grep',
    '-hoE',
    "action[:=] ?'[a-z]+\\.",
    'lib',
    'db',
    ':!*.test.ts',
  ])
  const areas = [...String(recorded).matchAll(/'([a-z]+)\./g)].map(([, area]) => area)
  expect(areas.length).toBeGreaterThan(20)
  expect(areas.filter((area) => !AREAS.has(area ?? ''))).toEqual([])
})

it('[LOG13] an act is told with who did it, also one of a newer program', () => {
  expect(actWords({ action: 'version.takenDown' }, 'Pia')).toBe('Pia took a version down')
  expect(actWords({ action: 'version.published' }, null)).toBe('The server published a version')
  const detail = { number: 1, inSpite: [{ what: 'singleSource', sentence: 's-1' }] }
  expect(actWords({ action: 'version.published', detail }, 'Pia')).toBe(
    'Pia published a version in spite of one thing, with reasons',
  )
  expect(actWords({ action: 'key.added' }, null)).toBe('A key that signs was added')
  expect(actWords({ action: 'article.recovered' }, 'Pia')).toBe('An article was repaired, by Pia')
  expect(actWords({ action: 'new.thing' }, 'Pia')).toBe('Pia: new.thing')
  expect([actionLabel('session.started'), actionLabel('x.y')]).toEqual(['Signed in', 'X.y'])
})
