// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { button, click, mount, textOf } from '#lib/testing/mount.ts'
import { EverybodysTokens } from './everybodys-tokens.tsx'
import { SigningKeyList } from './signing-key-list.tsx'
import { VaultKeyList } from './vault-key-list.tsx'

const AT = '2026-01-01T00:00:00.000Z'

it('[SGV4] keys say what rests on them, and which one works now', async () => {
  const keys = [
    { kid: 'young', since: AT, signsNow: true, versions: 1 },
    { kid: 'old', since: AT, signsNow: false, versions: 12 },
  ]
  const vault = [
    { keyId: 'k2', locksNow: true, locked: {} },
    { keyId: 'k1', locksNow: false, locked: { identities: 2, factors: 1 } },
  ]
  await mount(
    <>
      <SigningKeyList keys={keys} unsigned={3} />
      <VaultKeyList keys={vault} />
    </>,
  )
  const rows = [...document.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)
  expect(rows).toEqual([
    expect.stringMatching(/^young.*1 versionSigns now$/),
    expect.stringMatching(/^old.*12 versionsKept for what it signed$/),
    'k2Nothing yetLocks now',
    'k12 confidential sources, 1 second factorOpens what it has locked',
  ])
  expect(document.body.textContent).toContain('3 versions are from before versions were signed')
})

it('[SGN11] each token says whose it is, and a refusal is shown beside it', async () => {
  const token = { id: 't', name: 'wire', createdAt: AT, lastUsedAt: null, scopes: null }
  const tokens = [{ ...token, expiresAt: null, personName: 'Ada' }]
  const sent: unknown[] = []
  const revoke = async (form: FormData) => {
    sent.push(form.get('id'))
    return { ok: false, message: 'This token has ended already.' } as const
  }
  const { show } = await mount(<EverybodysTokens {...{ tokens, revoke }} now={new Date(AT)} />)
  expect(textOf('li')).toContain('wire · Ada')
  expect(textOf('li')).toContain('May: all that its owner may')
  await click(button('Revoke wire of Ada'))
  expect([sent, textOf('[role=alert]')]).toEqual([['t'], 'This token has ended already.'])
  await show(<EverybodysTokens tokens={[]} revoke={revoke} now={new Date(AT)} />)
  expect(textOf('h2')).toBe('No tokens')
})
