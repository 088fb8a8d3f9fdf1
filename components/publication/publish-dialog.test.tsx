// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { toLocalInput } from '#components/ui/time-words.ts'
import type { Blocker } from '#lib/domain/publication/gate.ts'
import type { Schedule } from '#lib/domain/publication/schedule.ts'
import type { VersionRef } from '#lib/domain/publication/version.ts'
import { modelOf, recordedActions, type TestPage } from '#lib/testing/article-model.ts'
import { button, click, mount, textOf, write } from '#lib/testing/mount.ts'
import {
  approvalOf,
  bare,
  cite,
  claim,
  contentOf,
  line,
  reviewOf,
} from '#lib/testing/status-builder.ts'
import { PublishDialog } from './publish-dialog.tsx'

const sank = claim('It sank.', { cites: [cite('log')] })
const NOTHING = { overrides: [], reasons: [] }

const ready = contentOf([line('paragraph', sank)])
const waiting = contentOf([line('paragraph', sank, bare('It rained.'))])
const first: VersionRef = {
  number: 1,
  change: 'first',
  note: '',
  publishedAt: '2026-11-01T10:00:00Z',
  hash: 'f00d'.repeat(16),
}

async function open(
  content: typeof ready,
  page: TestPage = {},
  answers: Parameters<typeof recordedActions>[0] = {},
) {
  const before = reviewOf({ content })
  const approvals = [approvalOf(before, { on: 'It sank.', by: 'ana' })]
  const recorded = recordedActions(answers)
  let closed = 0
  const model = modelOf(reviewOf({ content, approvals }), page)
  await mount(
    <PublishDialog
      model={model}
      actions={recorded.actions}
      isOpen
      onOpen={() => {}}
      onClose={() => {
        closed += 1
      }}
    />,
  )
  return { ...recorded, closedTimes: () => closed }
}

const publish = () => button(/^(Publish version|Retract)/)
const note = () => document.querySelector<HTMLTextAreaElement>('textarea[name=note]')!
const choose = (change: string) =>
  click(document.querySelector<HTMLInputElement>(`input[value=${change}]`)!)

describe('PublishDialog', () => {
  it('[GAT1] what is in the way: the button says how much, keeps the focus and publishes nothing', async () => {
    const { called } = await open(waiting)
    expect(publish().textContent).toBe('Publish version 1: 1 to clear')
    expect(publish().getAttribute('aria-disabled')).toBe('true')
    await click(publish())
    expect(document.activeElement).toBe(publish())
    expect(called('publish')).toEqual([])
    expect(called('announce')).toEqual([['2 things stand in the way.']])
  })

  it('[GAT1] each blocked sentence is one way to it, with everything that it lacks', async () => {
    const { called, closedTimes } = await open(waiting)
    expect(document.querySelectorAll('.gate button')).toHaveLength(1)
    await click(button('Sentence 2: add a source, approve'))
    expect(called('select')).toEqual([[1]])
    expect(called('setMode')).toEqual([['write']])
    expect(closedTimes()).toBe(1)
  })

  it('[GAT6] a chief gives a reason for each thing in the way, and publishes in spite of them', async () => {
    const { called } = await open(waiting, { rights: { overrule: true } })
    const reasons = [...document.querySelectorAll<HTMLTextAreaElement>('.overrides textarea')]
    expect(reasons).toHaveLength(2)
    await write(reasons[0] ?? note(), 'The flood is tonight.')
    await click(publish())
    expect(called('publish')).toEqual([])
    await write(reasons[1] ?? note(), 'Nobody is at the desk.')
    expect(document.querySelector('[role=dialog]')?.textContent).toContain(
      'It goes out in spite of what is listed.',
    )
    await click(publish())
    const [[, , , inSpite] = []] = called('publish')
    expect(inSpite).toMatchObject({
      overrides: [
        { kind: 'untagged', reason: 'The flood is tonight.' },
        { kind: 'notApproved', reason: 'Nobody is at the desk.' },
      ],
    })
  })

  it('[GAT6] what waits for a time goes out in spite of nothing', async () => {
    const { called } = await open(waiting, { rights: { overrule: true } })
    for (const reason of document.querySelectorAll<HTMLTextAreaElement>('.overrides textarea'))
      await write(reason, 'The flood is tonight.')
    await click(document.querySelector<HTMLInputElement>('input[value=later]')!)
    expect(document.querySelector('.overrides')).toBeNull()
    expect(button('Schedule version 1: 1 to clear').getAttribute('aria-disabled')).toBe('true')
    await click(button('Schedule version 1: 1 to clear'))
    expect(called('schedule')).toEqual([])
  })

  it('[GAT6] who is no chief is offered nothing of the kind', async () => {
    await open(waiting, { rights: { overrule: false } })
    expect(document.querySelector('.overrides')).toBeNull()
  })

  it('a green gate publishes the first version, which needs no note after review', async () => {
    const { called } = await open(ready, { facts: { versions: [] } })
    expect(textOf('.ready')).toContain('Ready: 1 of 1 sentences approved by 1 person.')
    await click(publish())
    expect(called('publish')).toMatchObject([['first', { note: '' }, { after: 0 }, NOTHING]])
    expect(textOf('h2')).toContain('Version 1 is published')
    expect(textOf('.published')).toContain('Once published, version 1 never changes.')
    expect(document.querySelector('.published a')?.getAttribute('href')).toBe('/read/ferry')
  })

  it('from a draft, the first version needs the reason why review was skipped', async () => {
    const { called } = await open(ready, { facts: { state: 'draft' } })
    await click(publish())
    expect(called('publish')).toEqual([])
    expect(textOf('.err')).toContain('say why that step is skipped')
    await write(note(), 'Two editors read it aloud.')
    await click(publish())
    expect(called('publish')).toMatchObject([
      ['first', { note: 'Two editors read it aloud.' }, { after: 0 }, NOTHING],
    ])
  })

  it('later versions need a kind and a note', async () => {
    const page = { facts: { state: 'published', versions: [first] } } as const
    const { called } = await open(ready, page)
    expect(publish().textContent).toBe('Publish version 2')
    await click(publish())
    expect(textOf('footer')).toContain('Say what kind of change it is.')
    await choose('update')
    await click(publish())
    expect(called('publish')).toEqual([])
    await write(note(), 'The ship was the Swan.')
    await click(publish())
    expect(called('publish')).toMatchObject([
      ['update', { note: 'The ship was the Swan.' }, { after: 1 }, NOTHING],
    ])
  })

  it('[VER14] a correction asks what was wrong, what is right and, if it must, where', async () => {
    const page = { facts: { state: 'published', versions: [first] } } as const
    const { called } = await open(ready, page)
    const field = (name: string) =>
      document.querySelector<HTMLTextAreaElement>(`textarea[name=${name}]`)!
    expect(field('wrong')).toBeNull()
    await choose('correction')
    expect(document.querySelector('input[name=when]')).toBeNull()
    await click(publish())
    expect(called('publish')).toEqual([])
    expect(textOf('[role=dialog]')).toContain('Say what was wrong. Say what is right.')
    await write(field('wrong'), ' It was the Swan. ')
    await write(field('right'), 'It was the Gull.')
    expect(textOf('.phone .corr')).toContain('What was wrong: It was the Swan.')
    await choose('chosen')
    await click(publish())
    expect(called('publish')).toEqual([])
    await click(document.querySelector<HTMLInputElement>('.about-list input')!)
    await click(publish())
    const correction = { wrong: 'It was the Swan.', right: 'It was the Gull.' }
    const sentences = [expect.stringMatching(/^[0-9a-f]+$/)]
    expect(called('publish')).toMatchObject([
      ['correction', { note: '', correction: { ...correction, sentences } }, { after: 1 }, NOTHING],
    ])
  })

  it('a retraction needs no green gate, and a published article', async () => {
    const facts = { state: 'published', versions: [first] } as const
    const { called } = await open(waiting, { facts })
    await choose('retraction')
    await write(note(), 'The log was forged.')
    expect(publish().textContent).toBe('Retract')
    await click(publish())
    expect(called('publish')).toMatchObject([
      ['retraction', { note: 'The log was forged.' }, { after: 1 }, NOTHING],
    ])
  })

  it.each(['draft', 'inReview', 'ready', 'scheduled'] as const)(
    '[VER7] what was published is retracted while the article is open for changes: %s',
    async (state) => {
      const { called } = await open(waiting, { facts: { state, versions: [first] } })
      await choose('retraction')
      expect(textOf('[role=dialog]')).toContain('What was written since is in no version.')
      await write(note(), 'The log was forged.')
      await click(publish())
      expect(called('publish')).toHaveLength(1)
    },
  )

  it('[VER7] what is archived is not retracted', async () => {
    await open(waiting, { facts: { state: 'archived', versions: [first] } })
    expect(document.querySelector<HTMLInputElement>('input[value=retraction]')?.disabled).toBe(true)
  })

  it('422: what the server found is shown, and what was written stays', async () => {
    const blockers: readonly Blocker[] = [
      { kind: 'stale', sentence: 0, text: 'It sank.', message: 'It has changed.' },
    ]
    await open(
      ready,
      { facts: { state: 'published', versions: [first] } },
      {
        publish: async () => ({
          ok: false,
          status: 422,
          message: '1 thing stands in the way.',
          body: { blockers },
        }),
      },
    )
    await choose('update')
    await write(note(), 'More is known.')
    await click(publish())
    expect(textOf('[role=alert]')).toContain('1 thing stands in the way.')
    expect(textOf('.gate')).toContain('Sentence 1: re-approve')
    expect(note().value).toBe('More is known.')
  })

  it.each([
    [{ rights: { publish: false } }, 'Only publishers publish.'],
    [
      { save: { kind: 'offline', changes: 1, kept: 1, isFailing: false } } as const,
      'No connection',
    ],
    [{ save: { kind: 'saving' } } as const, 'being saved'],
    [{ facts: { state: 'archived' } } as const, 'archived'],
  ])('%o: the button is off, and the reason stands beside it', async (page, words) => {
    const { called } = await open(ready, page)
    await click(publish())
    expect(textOf('footer')).toContain(words)
    expect(called('publish')).toEqual([])
  })

  it('earlier versions have their addresses', async () => {
    await open(ready, { facts: { versions: [first] } })
    expect(document.querySelector('.versions a')?.getAttribute('href')).toBe('/read/ferry/v/1')
  })

  it('[SCH1] a version is set for a time that is to come, in the zone of whoever sets it', async () => {
    const { called } = await open(ready, { facts: { versions: [] } })
    await click(document.querySelector<HTMLInputElement>('input[value=later]')!)
    const time = () => document.querySelector<HTMLInputElement>('input[name=at]')!
    expect(button(/^Schedule version 1/).getAttribute('aria-disabled')).toBe('true')
    await write(time(), '2001-01-01T10:00')
    expect(textOf('#publish-why')).toContain('That time has passed.')
    const soon = new Date(Date.now() + 3_600_000).toISOString()
    await write(time(), toLocalInput(soon))
    await click(button(/^Schedule version 1/))
    const at = new Date(toLocalInput(soon)).toISOString()
    expect(called('schedule')).toMatchObject([[{ at, change: 'first', note: '' }]])
    expect(called('publish')).toEqual([])
  })

  it('[SCH1, SCH3, SCH4] the time that is set can be cancelled; why one came to nothing is said', async () => {
    const schedule: Schedule = {
      at: '2026-12-01T17:00:00Z',
      change: 'first',
      note: '',
      reasons: [],
      personId: 'pia',
      personName: 'Pia',
      from: 'inReview',
      failure: null,
    }
    const { called } = await open(ready, { facts: { state: 'scheduled', schedule } })
    expect(textOf('.notice')).toContain('set by Pia')
    expect(publish().textContent).toBe('Publish version 1')
    await click(button('Cancel the time'))
    expect(called('cancelSchedule')).toEqual([[]])
    const failed = { ...schedule, failure: '2 things stand in the way.' }
    await open(ready, { facts: { schedule: failed } })
    expect(document.body.textContent).toContain('2 things stand in the way. Clear')
  })
})
