import { expect, it } from 'vitest'
import { adoptConsole, createLog } from './log.ts'

function capture() {
  const lines: string[] = []
  const log = createLog({ write: (line: string) => lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown> }
}

const SECRETS = [
  'The mayor took the money',
  'galley_qJ8s0dKf83hfKQmNf02jKsH28fhgGq10sjfDHq9QQ2k',
  'ada@galley.test',
  'Ada Quill',
]

it('[OPS2] is one JSON line an event, with time and level', () => {
  const { log, lines, last } = capture()
  log('warn', 'digest not stored', { articleId: 'x', attempts: 2 })
  expect(lines).toHaveLength(1)
  expect(last()).toEqual({
    ...{ level: 'warn', event: 'digest not stored', articleId: 'x', attempts: 2 },
    time: expect.stringMatching(/^\d{4}-.*Z$/),
  })
})

it('[OPS2] holds no text of an article, no token and no name, in whatever field or error they come', () => {
  const { log, lines, last } = capture()
  const [text, token, email, name] = SECRETS
  log('info', 'a field', { text, token, email, name, deep: { title: text, password: token } })
  const parse = () => JSON.parse(`{"a": ${text}`)
  let parsed: unknown
  try {
    parse()
  } catch (error) {
    parsed = error
  }
  log('error', 'parsing', { error: parsed })
  const refused = new Error(`invalid input "${text}" for ${email}`, {
    cause: new Error(`Bearer ${token} of '${name}'`),
  })
  log('error', 'refused', { error: refused })
  expect(last().failure).toMatchObject({
    kind: 'Error',
    message: 'invalid input "…" for …',
    stack: [expect.stringMatching(/^\s+at .*log\.test\.ts/), ...anything(refused)],
    cause: { message: 'Bearer … of "…"' },
  })
  log('error', 'thrown', { error: text })
  for (const secret of SECRETS) expect(lines.join('\n')).not.toContain(secret)
})

const anything = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(1)
    .map(() => expect.any(String))

it('[OPS2] takes in what packages print', () => {
  const { log, lines, last } = capture()
  const target = { error: () => {}, warn: () => {} } as unknown as Console
  adoptConsole(target, log)
  target.error('closing connection (while handling "The mayor took the money")', new Error('gone'))
  expect(last()).toMatchObject({
    ...{ level: 'error', event: 'closing connection (while handling "…")' },
    failure: { kind: 'Error', message: 'gone' },
  })
  target.warn({ Ada: 'Quill' })
  expect(last()).toMatchObject({ level: 'warn', event: 'printed' })
  expect(lines.join()).not.toContain('Quill')
})
