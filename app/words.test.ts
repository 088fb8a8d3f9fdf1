import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { ARTICLE, GALLERY, GATEWAY, NEWSROOM, SHARED } from './words.tsx'

const SEGMENTS = [
  ['app/*.tsx', SHARED],
  ['app/(auth)/**/*.tsx', GATEWAY],
  ['app/(newsroom)/**/*.tsx', NEWSROOM],
  ['app/articles/**/*.tsx', ARTICLE],
  ['app/gallery/**/*.tsx', GALLERY],
] as const

/** Files of ours that a file fetches, at once or later. */
function fetched(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8')
  const names = [...source.matchAll(/(?:from|import)\s*\(?\s*'([#.][^']+\.tsx?)'/g)]
  return names
    .map(([, name = '']) => (name.startsWith('#') ? name.slice(1) : join(dirname(file), name)))
    .filter((name) => name.startsWith('components/') && existsSync(name))
}

/** Namespaces that these files and all that they fetch take their words from. */
function namespacesUnder(files: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const found = new Set<string>()
  const open = [...files]
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const source = readFileSync(file, 'utf8')
    for (const [, name = ''] of source.matchAll(/useTranslations\('(\w+)/g)) found.add(name)
    open.push(...fetched(file))
  }
  return found
}

it.each(SEGMENTS)('%s gives its components the words that they use', (pattern, given) => {
  const files = globSync(pattern).filter((file) => !file.includes('.test.'))
  expect(files.length).toBeGreaterThan(0)
  const used = namespacesUnder(files)
  expect([...used].filter((name) => !given.some((each) => each === name))).toEqual([])
  expect(given.filter((name) => !used.has(name) && !SHARED.includes(name))).toEqual([])
})
