// @vitest-environment jsdom
import { act } from 'react'
import { expect, it } from 'vitest'
import { mount } from '#lib/testing/mount.ts'
import { wordsOf } from '#lib/testing/words.ts'
import type { OpenArticle } from './open-article.ts'
import { sendBy, useComposer } from './use-composer.ts'

type Remote = OpenArticle['threads']['remote']
type Answer = Awaited<ReturnType<Remote['open']>>

const RAINED = { blockIndex: 0, from: 3, to: 9, quote: 'rained' }
const FERRY = { blockIndex: 0, from: 15, to: 20, quote: 'ferry' }

let composer: ReturnType<typeof useComposer>
let answers: ((answer: Answer) => void)[] = []
const chosen: string[] = []

const BLOCKS = [{ text: 'It rained. The ferry left.' }] as unknown as Parameters<
  typeof useComposer
>[0]

function Page() {
  composer = useComposer(BLOCKS)
  return null
}

const remote = {
  open: () => new Promise<Answer>((done) => answers.push(done)),
} as unknown as Remote

async function begun() {
  answers = []
  chosen.length = 0
  await mount(<Page />)
  await act(async () => composer.begin(RAINED))
  await act(async () => composer.write(null, 'Where?'))
  let sent: Promise<string | null> = Promise.resolve(null)
  await act(async () => {
    sent = sendBy(wordsOf('workspace'), remote, composer, (id) => chosen.push(id))(null)
  })
  const answered = async (answer: Answer) => {
    await act(async () => answers[0]?.(answer))
    let said: string | null = null
    await act(async () => {
      said = await sent
    })
    return said
  }
  return answered
}

const OPENED = { ok: true, value: { id: 'one' } } as unknown as Answer
const REFUSED = { ok: false, message: 'The server cannot be reached.' } as unknown as Answer

it('[THR10] a comment that is sent makes room, and is the current one', async () => {
  const answered = await begun()
  expect(await answered(OPENED)).toBeNull()
  expect([composer.target, composer.draftOf(null), chosen]).toEqual([null, '', ['one']])
})

it('[THR10] a comment that is begun while another is sent stays, with what is typed in it', async () => {
  const answered = await begun()
  await act(async () => composer.begin(FERRY))
  expect(composer.draftOf(null)).toBe('')
  await act(async () => composer.write(null, 'Which one?'))
  expect(await answered(OPENED)).toBeNull()
  expect([composer.target?.quote, composer.draftOf(null), chosen]).toEqual([
    'ferry',
    'Which one?',
    [],
  ])
})

it('[THR10] one that is refused after another was begun gives its words back', async () => {
  const answered = await begun()
  await act(async () => composer.begin(FERRY))
  await act(async () => composer.write(null, 'Which one?'))
  expect(await answered(REFUSED)).toBe(
    'Your comment on “rained” was not sent, and its words stand here again. The server cannot be reached.',
  )
  expect(composer.draftOf(null)).toBe('Where?\n\nWhich one?')
})

it('[THR10] what is typed on while a message is sent stays in its field', async () => {
  const answered = await begun()
  await act(async () => composer.write(null, 'Where? And when?'))
  expect(await answered(OPENED)).toBeNull()
  expect([composer.target?.quote, composer.draftOf(null)]).toEqual(['rained', 'Where? And when?'])
})
