import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** Guards the guard: .dependency-cruiser.mjs must read every file, refuse what it should, and nothing else. */

interface Cruised {
  readonly modules: readonly { readonly source: string }[]
  readonly summary: {
    readonly violations: readonly {
      readonly from: string
      readonly rule: { readonly name: string }
    }[]
  }
}

interface Policy {
  readonly mayImport: Readonly<Record<string, readonly string[]>>
  readonly home: Readonly<Record<string, readonly string[]>>
}

const ROOT = process.cwd()
const CONFIG = '.dependency-cruiser.mjs'
const CODE = ['app', 'components', 'db', 'lib']

const policy: Policy = await import(/* @vite-ignore */ pathToFileURL(join(ROOT, CONFIG)).href)
const layers = Object.keys(policy.mayImport)

/** Illegal by the design, whatever the tables say: [importing file, what it imports]. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['lib/domain/text/x.ts', '#lib/domain/review/stub.ts'],
  ['lib/domain/review/x.ts', '#lib/domain/publication/stub.ts'],
  ['lib/domain/shared/x.ts', '#db/stub.ts'],
  ['lib/domain/formats/x.ts', 'node:fs'],
  ['lib/domain/text/y.ts', 'yjs'],
  ['lib/editor/x.tsx', 'react'],
  ['lib/editor/y.ts', '#lib/collab/stub.ts'],
  ['db/x.ts', '#lib/usecases/stub.ts'],
  ['lib/collab/x.ts', '#db/stub.ts'],
  ['lib/collab/y.ts', 'drizzle-orm'],
  ['lib/usecases/x.ts', '#lib/collab/server.ts'],
  ['lib/usecases/y.ts', '#lib/auth/stub.ts'],
  ['lib/usecases/z.ts', 'yjs'],
  ['lib/usecases/w.ts', '#lib/capture/stub.ts'],
  ['lib/capture/x.ts', '#db/stub.ts'],
  ['lib/auth/x.ts', '#db/repositories/articles.ts'],
  ['lib/auth/y.ts', '#lib/server/stub.ts'],
  ['app/x.ts', '#db/stub.ts'],
  ['app/y.ts', '#lib/collab/stub.ts'],
  ['app/z.ts', '#lib/server/stub.ts'],
  ['components/x.tsx', '#lib/usecases/stub.ts'],
  ['components/y.tsx', '#lib/collab/server.ts'],
  ['components/z.tsx', 'next/headers'],
  ['components/review/x.tsx', '@tiptap/core'],
  ['components/u.tsx', '#app/stub.ts'],
  ['lib/server/x.ts', '#components/stub.ts'],
  ['lib/server/y.ts', 'next/headers'],
  ['lib/usecases/u.ts', '#lib/testing/stub.ts'],
  ['db/y.ts', './missing.ts'],
  ['db/z.ts', '#lib/stray.ts'],
]

/** Legal by the design. */
const ALLOWED: readonly (readonly [string, string])[] = [
  ['lib/domain/publication/x.ts', '#lib/domain/sourcing/stub.ts'],
  ['lib/collab/a.ts', 'yjs'],
  ['lib/usecases/a.ts', '#lib/collab/ports.ts'],
  ['lib/usecases/b.ts', '#db/stub.ts'],
  ['lib/usecases/c.ts', '#lib/capture/ports.ts'],
  ['lib/auth/a.ts', '#db/repositories/people.ts'],
  ['lib/auth/b.ts', 'next-auth'],
  ['lib/server/a.ts', '#lib/collab/server.ts'],
  ['lib/server/b.ts', 'next'],
  ['components/a.tsx', '#lib/collab/browser/stub.ts'],
  ['components/b.tsx', 'next/link'],
  ['components/editor/a.tsx', '@tiptap/core'],
  ['app/a.tsx', '#components/stub.ts'],
  ['app/b.tsx', 'react'],
  ['lib/usecases/a.test.ts', '#lib/testing/stub.ts'],
]

describe('the check of who may import whom', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-boundaries-'))
  let planted: Cruised

  beforeAll(async () => {
    layStubs(folder)
    plant(folder)
    planted = await cruise(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const rulesAgainst = (file: string) =>
    planted.summary.violations.filter(({ from }) => from === file).map(({ rule }) => rule.name)

  it('reads every TypeScript file of this tree', async () => {
    const files = CODE.flatMap((top) => codeBelow(ROOT, top))
    const { modules } = await cruise(ROOT)
    const read = new Set(modules.map(({ source }) => source))
    expect(files.filter((file) => !read.has(file))).toEqual([])
  })

  it.each(layers)('refuses what is not in the row of %s, and nothing else', (from) => {
    for (const to of layers) {
      const legal = to === from || allowed(from, to)
      const against = rulesAgainst(`${from}/${plantName(to)}`)
      expect(against.includes(`layer:${from}`), `${from} → ${to}`).toBe(!legal)
      if (legal) expect(against, `${from} → ${to}`).toEqual([])
    }
  })

  it.each(Object.entries(policy.home))('keeps %s at home', (names, folders) => {
    for (const layer of layers) {
      const atHome = folders.includes(layer)
      const excused = names.startsWith('next') && layer === 'components'
      const against = rulesAgainst(`${layer}/${plantName(sampleOf(names))}`)
      expect(against.includes(`home:${names}`), `${layer} → ${names}`).toBe(!atHome && !excused)
    }
  })

  it.each(FORBIDDEN)('%s may not import %s', (from) => {
    expect(rulesAgainst(from)).not.toEqual([])
  })

  it.each(ALLOWED)('%s may import %s', (from) => {
    expect(rulesAgainst(from)).toEqual([])
  })

  it('finds a chain from a component to the database', () => {
    expect(rulesAgainst('components/chain.tsx')).toContain('browser-cannot-reach-server')
  })

  it('sees an import of types alone', () => {
    expect(rulesAgainst('components/types.tsx')).toContain('layer:components')
  })

  it('finds a cycle', () => {
    expect(rulesAgainst('db/cycle-a.ts')).toContain('no-cycles')
  })
})

/** The values of a row are patterns: of a folder, or of some files in it (which do not open the whole folder). */
function allowed(from: string, to: string): boolean {
  return (policy.mayImport[from] ?? []).some((pattern) => new RegExp(`^${pattern}(/|$)`).test(to))
}

function plantName(target: string): string {
  return `plant-${target.replaceAll(/[^a-z]/g, '-')}.ts`
}

/** One package that the pattern of a home stands for. */
function sampleOf(names: string): string {
  const first = names.split('|')[0] ?? ''
  return { '@tiptap': '@tiptap/core', '@hocuspocus': '@hocuspocus/server' }[first] ?? first
}

const PACKAGES = [
  'react',
  'next',
  'next-auth',
  'next-intl',
  'icu-minify',
  'yjs',
  '@tiptap/core',
  '@hocuspocus/server',
  'drizzle-orm',
  'pino',
  'sharp',
  'jose',
  'otpauth',
  'uqr',
  'ipaddr.js',
]

/** A miniature of the project: one empty file in each layer, and packages of one empty file. */
function layStubs(folder: string): void {
  for (const file of [CONFIG, 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, file), join(folder, file))
  const stubs = [
    ...layers.map((layer) => `${layer}/stub.ts`),
    'lib/testing/stub.ts',
    'lib/stray.ts',
    'lib/collab/server.ts',
    'lib/collab/ports.ts',
    'lib/capture/ports.ts',
    'lib/collab/browser/stub.ts',
    'db/repositories/articles.ts',
    'db/repositories/people.ts',
    ...['next/headers.js', 'next/link.js', ...PACKAGES.map((name) => `${name}/index.js`)].map(
      (path) => `node_modules/${path}`,
    ),
  ]
  for (const stub of stubs) write(folder, stub, 'export const stub = 1\n')
  for (const name of PACKAGES) {
    write(
      folder,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: '1.0.0', type: 'module' }),
    )
  }
}

function plant(folder: string): void {
  const plantImport = (file: string, target: string) =>
    write(folder, file, `import { stub } from '${target}'\nexport const use = stub\n`)
  for (const from of layers) {
    for (const to of layers) plantImport(`${from}/${plantName(to)}`, `#${to}/stub.ts`)
    for (const name of Object.keys(policy.home).map(sampleOf)) {
      plantImport(`${from}/${plantName(name)}`, name)
    }
  }
  for (const [from, to] of [...FORBIDDEN, ...ALLOWED]) plantImport(from, to)
  plantImport('components/chain.tsx', '#lib/editor/link.ts')
  plantImport('lib/editor/link.ts', '#db/stub.ts')
  write(
    folder,
    'components/types.tsx',
    "import type { stub } from '#db/stub.ts'\nexport type Use = typeof stub\n",
  )
  plantImport('db/cycle-a.ts', './cycle-b.ts')
  plantImport('db/cycle-b.ts', './cycle-a.ts')
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function codeBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return codeBelow(root, path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

/** Runs the tool as `npm run layers` does; it ends with the number of errors as its exit code. */
function cruise(folder: string): Promise<Cruised> {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const args = [tool, '--config', CONFIG, '--output-type', 'json', ...CODE]
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }, (error, stdout) => {
      if (stdout) resolve(JSON.parse(stdout))
      else reject(error ?? new Error('dependency-cruiser said nothing'))
    })
  })
}
