import { expect } from 'vitest'
import { rowsAfter } from '#db/repositories/update-log.ts'
import { type Actor, mayOnArticle } from '#lib/domain/access/policy.ts'
import { proposalsOf } from '#lib/domain/text/proposals.ts'
import { flatBlocks } from '#lib/domain/text/read-flat.ts'
import { asProposal } from '#lib/editor/propose.ts'
import { deltaOf } from '#lib/editor/read-delta.ts'
import { settleProposals } from '#lib/editor/settle-proposals.ts'
import { ClientDoc } from '#lib/testing/client-doc.ts'
import { must } from '#lib/testing/desk-fixture.ts'
import { flatReplica } from '#lib/testing/flat-replica.ts'
import { showArticle } from '#lib/usecases/show-article.ts'
import { pick, type World } from './world.ts'

const WORDS = ['398', ' never', '. So they say', 'x']

async function mayWrite({ desk, cast, id }: World, person: Actor, right: 'write' | 'suggest') {
  const { article } = must(await showArticle(desk.context, cast.admin, id))
  const isOpen = article.state !== 'archived' && article.state !== 'retracted'
  return isOpen && mayOnArticle(person, right, article)
}

/** A document of somebody who opens the article for this one thing. */
async function opened({ desk, id }: World): Promise<ClientDoc> {
  const rows = await rowsAfter(desk.database.handle, id, 0)
  return new ClientDoc(1 + Math.floor(Math.random() * 2 ** 31), ...rows.map(({ update }) => update))
}

/** [SUG1, AUT5] Words that would come in, or go: they change nothing, and make nobody an author. */
export async function suggest(world: World, person: Actor, at: number, how: number): Promise<void> {
  if (!(await mayWrite(world, person, 'suggest'))) return
  const client = await opened(world)
  const { editor, binding } = flatReplica(client.doc, { captureTimeout: 0, personId: person.id })
  const texts: { readonly from: number; readonly to: number }[] = []
  editor.state.doc.forEach((node, offset) => {
    if (node.content.size > 2) texts.push({ from: offset + 1, to: offset + node.nodeSize - 1 })
  })
  const text = pick(texts, at)
  if (!text) return
  const place = text.from + ((at * 7) % (text.to - text.from))
  const { tr } = editor.state
  const change =
    how % 2
      ? tr.insertText(pick(WORDS, how) ?? '', place)
      : tr.delete(place, Math.min(place + 4, text.to))
  const before = await world.statuses()
  const update = client.change(() => {
    editor.dispatch(asProposal(editor.state, change, binding.proposer))
  })
  const who = { personId: person.id, sessionId: null, suggestOnly: true }
  await world.desk.rooms.receive(world.id, who, update)
  const after = await world.statuses()
  const prints = (all: typeof before) => all.map(({ fingerprint }) => fingerprint)
  expect(prints(after), 'what is only suggested').toEqual(prints(before))
  await world.wrote()
  world.count('suggested')
}

/** [SUG3, AUT5] Somebody accepts, or rejects, what another suggests: from then on it is the work of both. */
export async function settle(world: World, person: Actor, at: number, how: number): Promise<void> {
  if (!(await mayWrite(world, person, 'write'))) return
  const { content } = await world.desk.rooms.read(world.id)
  const proposal = pick(proposalsOf(content.blocks), at)
  if (!proposal) return
  const client = await opened(world)
  const flat = flatBlocks(deltaOf(client.doc.getText('text')))
  const verdict = how % 3 ? 'accept' : 'reject'
  const update = client.change((doc) => {
    settleProposals(doc, flat, (id) => id === proposal.id, verdict)
  })
  await world.desk.rooms.receive(world.id, { personId: person.id, sessionId: null }, update)
  await world.wrote(person.id, ...(verdict === 'accept' ? [proposal.personId] : []))
  world.count(verdict === 'accept' ? 'accepted' : 'rejected')
}

/** Everything that is suggested is settled, as somebody does before they publish. */
export async function settleAll(world: World): Promise<void> {
  const { content } = await world.desk.rooms.read(world.id)
  const writers = world.cast.with('editor')
  for (const [at] of proposalsOf(content.blocks).entries())
    for (const person of writers.slice(0, 1)) await settle(world, person, 0, at)
}
