// @vitest-environment jsdom
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Knowledge } from '#lib/collab/browser/vault-api.ts'
import { source } from '#lib/testing/builders.ts'
import { button, click, mount, settle, write } from '#lib/testing/mount.ts'
import { IdentitySection } from './identity-section.tsx'

const knowledge: Knowledge = { isLocked: false, knownTo: [], mayOpen: false, isOwner: false }
const crane = source({ kind: 'person', title: 'Crane', terms: 'background' })
const nothing = () => undefined
const router = {
  ...{ back: nothing, forward: nothing, refresh: nothing, push: nothing, replace: nothing },
  ...{ prefetch: nothing, experimental_gesturePush: nothing },
  bfcacheId: '0',
}
const alert = () => document.querySelector('section [role=alert]')

async function lockUp(published: object) {
  vi.stubGlobal('fetch', async () => Response.json({ ...knowledge, isLocked: true, published }))
  onTestFinished(() => void vi.unstubAllGlobals())
  await mount(
    <AppRouterContext value={router}>
      <IdentitySection source={crane} knowledge={knowledge} mayEdit people={[]} />
    </AppRouterContext>,
  )
  await click(button('Lock up who it is…'))
  await write(document.querySelector<HTMLInputElement>('[name=who]')!, 'Zdeňka Novotná')
  await click(button(/^Lock up$/))
  await settle()
}

it('[CNF8] whoever locks it up reads which versions tell already, and what can be done', async () => {
  const versions = [{ slug: 'the-port', number: 2, headline: 'The Port' }]
  await lockUp({ total: 3, versions })
  expect(alert()?.textContent).toContain('3 published versions have something of it already')
  expect(alert()?.querySelector('a')?.textContent).toBe('The Port, version 2')
  expect(alert()?.querySelector('a')?.getAttribute('href')).toBe('/read/the-port/v/2')
  expect(alert()?.textContent).toContain('2 more')
  expect(alert()?.textContent).toContain('a chief or an administrator')
})

it('[CNF8] with nothing published there is nothing to read', async () => {
  await lockUp({ total: 0, versions: [] })
  expect(document.querySelector('dialog, [role=dialog]')).toBeNull()
  expect(alert()).toBeNull()
})
