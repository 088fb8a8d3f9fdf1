import { expect, it } from 'vitest'
import { picture } from '#lib/testing/pictures.ts'
import type { Answer } from './api.ts'
import { PictureUploads } from './picture-uploads.ts'

type Sent = Answer<ReturnType<typeof picture>>
const file = new Blob(['x'])
const done = (hash = 'a'.repeat(64)): Sent => ({ ok: true, value: picture({ hash }) })
const refused = (status: number, message = 'No.'): Sent => ({
  ...{ ok: false, status, message, body: null },
})
const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Uploads whose answers are given by the test, in the order of the calls. */
function uploadsBy(...answers: readonly Sent[]) {
  const calls: string[] = []
  const parts: ((part: number) => void)[] = []
  const left = [...answers]
  const open: ((answer: Sent) => void)[] = []
  const uploads = new PictureUploads('art', (path, _file, onPart) => {
    calls.push(path)
    parts.push(onPart)
    const next = left.shift()
    return next ? Promise.resolve(next) : new Promise((resolve) => open.push(resolve))
  })
  return { uploads, calls, parts, answer: (given: Sent) => open.shift()?.(given) }
}

it('[FIG9] tells how much has been sent, and gives the hash when it is kept', async () => {
  const { uploads, calls, parts, answer } = uploadsBy()
  const hashes: string[] = []
  uploads.start('f', file, (hash) => void hashes.push(hash))
  parts[0]?.(0.5)
  expect(uploads.view.get('f')).toEqual({ kind: 'sending', part: 0.5 })
  answer(done('b'.repeat(64)))
  await settled()
  expect([hashes, calls, uploads.view.size]).toEqual([
    ['b'.repeat(64)],
    ['/api/v1/articles/art/pictures'],
    0,
  ])
})

it('[FIG9] one after the other; a refused one stays, and is tried again when it is asked for', async () => {
  const { uploads, calls } = uploadsBy(refused(422, 'It is damaged.'), done(), done())
  const hashes: string[] = []
  uploads.start('f', file, (hash) => void hashes.push(`f ${hash[0]}`))
  uploads.start('g', file, (hash) => void hashes.push(`g ${hash[0]}`))
  await settled()
  expect(uploads.view.get('f')).toEqual({ kind: 'failed', message: 'It is damaged.' })
  expect(hashes).toEqual(['g a'])
  uploads.retry()
  await settled()
  expect(calls).toHaveLength(2)
  uploads.retry('f')
  await settled()
  expect(hashes).toEqual(['g a', 'f a'])
})

it('[FIG9] what could not be sent waits, and is sent when the server is reached', async () => {
  const { uploads } = uploadsBy(refused(0), refused(0), done())
  const hashes: string[] = []
  uploads.start('f', file, (hash) => void hashes.push(hash))
  await settled()
  for (const kind of ['waiting', 'waiting', undefined]) {
    expect(uploads.view.get('f')?.kind).toBe(kind)
    uploads.retry()
    await settled()
  }
  expect(hashes).toHaveLength(1)
})

it('[FIG9] a figure that is gone, or got another picture meanwhile, is given nothing of the first', async () => {
  const { uploads, answer } = uploadsBy()
  const hashes: string[] = []
  uploads.start('f', file, () => void hashes.push('first'))
  uploads.start('f', file, () => void hashes.push('second'))
  uploads.start('g', file, () => void hashes.push('gone'))
  uploads.forget('g')
  answer(done())
  await settled()
  answer(done())
  await settled()
  expect(hashes).toEqual(['second'])
})
