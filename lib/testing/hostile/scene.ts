import { editedSource } from '#lib/domain/sourcing/edited-source.ts'
import { until } from '#lib/testing/chaos/writer.ts'
import { type Answer, type Caller, form } from './caller.ts'
import { actionOf, type House, withToken } from './house.ts'

type Body = Answer['body']

/** What there is in the house that somebody could be after. */
export interface Scene {
  readonly house: House
  /** In review: sentence 0 is approved, 1 is sourced, 2 is asked about, 3 has nothing; `editor` gave the sources. */
  readonly article: string
  /** Only the editor sees it. */
  readonly restricted: string
  /** Published; it has one version. */
  readonly published: string
  /** A time is set for it. */
  readonly scheduled: string
  readonly sentences: readonly { readonly index: number; readonly fingerprint: string }[]
  readonly block: string
  readonly annotation: string
  readonly approval: string
  readonly query: string
  readonly thread: string
  readonly message: string
  readonly moment: string
  readonly source: string
  /** Merged into `source`. */
  readonly merge: string
  /** May be merged, withdrawn, and captured. */
  readonly spare: string
  /** As a form shows it. */
  readonly spareShown: string
  readonly withdrawn: string
  /** The writer has locked up who it is, with a recording. */
  readonly confidential: string
  readonly recording: string
  readonly webhook: string
  readonly invitations: readonly [Invitation, Invitation, Invitation]
  /** Nobody may come in by it any more. */
  readonly revokedLink: string
  /** Tokens of the editor's. */
  readonly tokens: readonly [string, string]
  /** A notice of the editor's. */
  readonly notice: string
}

interface Invitation {
  readonly id: string
  /** What stands in the link. */
  readonly token: string
}

const citing = (sourceId: string) => ({
  ...{ kind: 'fact', confidence: 'confirmed', citations: [{ sourceId, locator: '14' }] },
})

/** An article of the writer's with evidence by the editor. */
async function sourced({ by }: House, text: string, source: string): Promise<string> {
  const { id } = await by.writer.must('POST', '/api/v1/articles', { text })
  const path = `/api/v1/articles/${id}`
  const { sentences } = await by.editor.must('GET', `${path}/sentences`)
  const items = sentences
    .filter(({ text: words }: Body) => !words.startsWith('Nobody'))
    .map(({ index, fingerprint }: Body) => ({ index, fingerprint, ...citing(source) }))
  await by.editor.must('PUT', `${path}/annotations`, items)
  return id
}

async function approveAll(reviewer: Caller, id: string): Promise<void> {
  const path = `/api/v1/articles/${id}`
  const { sentences } = await reviewer.must('GET', `${path}/sentences`)
  for (const { index, fingerprint } of sentences)
    await reviewer.must('POST', `${path}/decisions`, [{ index, fingerprint, verdict: 'approve' }])
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
export const schedule = () => ({ at: inAnHour(), change: 'first', note: 'Without review.' })

/** `mark` tells its sources and people from those of another scene. */
export async function sceneIn(house: House, mark: string): Promise<Scene> {
  const { by } = house
  const kept = await sourcesIn(house, mark)
  const article = await sourced(
    house,
    'They paid. It rained all day. The mayor was away. Nobody came.',
    kept.source,
  )
  const [restricted, published, scheduled] = [
    (await by.editor.must('POST', '/api/v1/articles', { text: 'Hidden words.' })).id as string,
    await sourced(house, 'The quay was closed.', kept.source),
    await sourced(house, 'The quay opens.', kept.source),
  ]
  await by.editor.must('PUT', `/api/v1/articles/${restricted}/people`, {
    ...{ restricted: true, assigned: [], named: [] },
  })
  for (const id of [published, scheduled]) await approveAll(by.reviewer, id)
  await by.publisher.must('POST', `/api/v1/articles/${published}/versions`, {
    ...{ change: 'first', note: 'Without review.' },
  })
  await by.publisher.must('PUT', `/api/v1/articles/${scheduled}/schedule`, schedule())
  const desk = await workOn(house, article)
  const door = await doorOf(house, mark)
  return { house, article, restricted, published, scheduled, ...kept, ...desk, ...door }
}

async function sourcesIn({ by }: House, mark: string) {
  const make = async (title: string, fields: object = {}) =>
    (
      await by.writer.must('POST', '/api/v1/sources', {
        ...{ kind: 'document', title: `${title} ${mark}`, ...fields },
      })
    ).id as string
  const source = await make('The ledger')
  const alias = await make('The ledger, copied')
  const spare = await make('The minutes')
  const withdrawn = await make('The rumour')
  const confidential = await make('Somebody at the harbour', { terms: 'background', wording: 'x' })
  await by.editor.must('POST', `/api/v1/sources/${source}/merges`, { from: alias })
  const { merges } = await by.editor.must('GET', `/api/v1/sources/${source}/merges`)
  await by.editor.must('PATCH', `/api/v1/sources/${withdrawn}`, { retired: true, reason: 'No.' })
  const secret = `/api/v1/sources/${confidential}/identity`
  await by.writer.must('PUT', secret, { name: 'Zora Vanek' })
  const bytes = new TextEncoder().encode('A voice.')
  const voice = await by.writer.must('POST', `${secret}/recordings?name=voice.txt`, bytes)
  const [merge, recording] = [merges[0].id as string, voice.id as string]
  const shown = await by.editor.must('GET', `/api/v1/sources/${spare}`)
  const spareShown = JSON.stringify(editedSource(shown))
  return { source, spare, spareShown, withdrawn, confidential, recording, merge }
}

async function workOn({ by }: House, article: string) {
  const path = `/api/v1/articles/${article}`
  const { sentences } = await by.reviewer.must('GET', `${path}/sentences`)
  const [first, , asked] = sentences
  await by.reviewer.must('POST', `${path}/decisions`, [
    { index: 0, fingerprint: first.fingerprint, verdict: 'approve' },
    { index: 2, fingerprint: asked.fingerprint, verdict: 'query', note: 'Where was he?' },
  ])
  const { approvals, queries } = await by.reviewer.must('GET', `${path}/facts`)
  const thread = await by.editor.must('POST', `${path}/threads`, {
    ...{ blockIndex: 0, from: 0, to: 9, quote: 'They paid', text: 'Did they?' },
  })
  const { threads } = await by.editor.must('GET', `${path}/threads`)
  const named = await by.writer.must('POST', `${path}/history/names`, { seq: 1, name: 'Begun' })
  const now = await by.editor.must('GET', `${path}/sentences`)
  return {
    sentences: now.sentences,
    block: now.sentences[0].block as string,
    annotation: now.sentences[0].annotationIds[0] as string,
    approval: approvals[0].id as string,
    query: queries[0].id as string,
    thread: thread.id as string,
    message: threads[0].messages[0].id as string,
    moment: named.id as string,
  }
}

/** What stands between the house and others: webhooks, invitations, tokens. */
async function doorOf(house: House, mark: string) {
  const { by, actions, database, ids } = house
  const hook = await by.admin.must('POST', '/api/v1/webhooks', {
    ...{ url: 'https://nobody.example/', events: ['published'] },
  })
  const invite = async (name: string): Promise<Invitation> => {
    const asked = form({ email: `${name}@house.example`, name, roles: ['admin'] })
    const made = await by.admin.act(
      actionOf(actions, '(newsroom)/people/invitation-actions#invitePerson'),
      [asked],
    )
    const token = /invitation#([\w-]+)/.exec(made.text)?.[1] ?? ''
    const { rows } = await database.query<{ id: string }>(
      'select id from invitation where name = $1',
      [name],
    )
    return { id: rows[0]?.id ?? '', token }
  }
  const invitations = [
    await invite(`first-${mark}`),
    await invite(`second-${mark}`),
    await invite(`third-${mark}`),
  ] as const
  const revoked = await invite(`unwanted-${mark}`)
  await by.admin.act(actionOf(actions, '(newsroom)/people/invitation-actions#revoke'), [
    form({ id: revoked.id }),
  ])
  const own = async () => (await withToken(house, 'editor')).id
  const tokens = [await own(), await own()] as const
  let notice = ''
  await until(async () => {
    const { rows } = await database.query<{ id: string }>(
      'select id from notice where person_id = $1 and read_at is null order by at desc limit 1',
      [ids.writer],
    )
    notice = rows[0]?.id ?? ''
    return notice !== ''
  }, 'the writer is told of the question')
  return { webhook: hook.id as string, invitations, revokedLink: revoked.token, tokens, notice }
}
