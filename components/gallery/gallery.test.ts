import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'

/** Why a component of `components/ui` is not in the gallery. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  FocusKeeper: 'it shows nothing',
  LiveRegion: 'it is heard, and is in the frame of every page',
  Providers: 'it shows nothing of its own',
  StayFresh: 'it shows nothing',
}

const components = globSync('components/ui/*.tsx')
  .filter((file) => !file.includes('.test.'))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export function ([A-Z]\w*)/gm)].map(
      ([, name = '']) => ({ name, file: basename(file) }),
    ),
  )
const gallery = globSync('components/gallery/*.tsx')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

it('shows every shared component, under its name', () => {
  expect(components.length).toBeGreaterThan(20)
  const missing = components.filter(
    ({ name, file }) =>
      !(name in NOT_SHOWN) &&
      !(
        gallery.includes(`#components/ui/${file}`) &&
        new RegExp(`<${name}\\b`).test(gallery) &&
        new RegExp(`<Shown name="[^"]*\\b${name}\\b`).test(gallery)
      ),
  )
  expect(missing).toEqual([])
})

it('leaves out only what there is', () => {
  const names = components.map(({ name }) => name)
  expect(Object.keys(NOT_SHOWN).filter((name) => !names.includes(name))).toEqual([])
})
