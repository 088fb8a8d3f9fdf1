import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readEnvironment, WrongSetting } from './environment.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-env-'))
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

const SECRET = 's'.repeat(32)
const VAULT_KEY = Buffer.alloc(32, 7).toString('base64')
const read = (env: Record<string, string> = {}) => readEnvironment({ GALLEY_DATA: folder, ...env })

describe('settings', () => {
  it('[SGN5] providers of sign-in are configured whole, and need the address to come back to', () => {
    const oidc = {
      GALLEY_OIDC_ISSUER: 'https://login.courier.example/',
      GALLEY_OIDC_CLIENT_ID: 'galley',
      GALLEY_OIDC_CLIENT_SECRET: 'secret',
    }
    const PUBLIC_URL = 'https://galley.courier.example'
    expect(read({ ...oidc, PUBLIC_URL }).providers).toEqual({
      oidc: {
        ...{ issuer: 'https://login.courier.example/', clientId: 'galley', clientSecret: 'secret' },
        name: 'login.courier.example',
      },
      github: null,
    })
    expect(() => read(oidc)).toThrow('PUBLIC_URL: providers send people back to it')
    const { GALLEY_OIDC_CLIENT_SECRET: _, ...half } = oidc
    expect(() => read({ ...half, PUBLIC_URL })).toThrow(/^GALLEY_OIDC_CLIENT_SECRET: give/)
    const github = { GALLEY_GITHUB_CLIENT_ID: 'galley', PUBLIC_URL }
    expect(() => read(github)).toThrow(/^GALLEY_GITHUB_CLIENT_SECRET: give/)
    const inClear = { ...oidc, GALLEY_OIDC_ISSUER: 'http://login.courier.example', PUBLIC_URL }
    expect(() => read(inClear)).toThrow(/^GALLEY_OIDC_ISSUER: give the https address/)
  })

  it('without any, are the embedded newsroom on this machine alone', () => {
    const { authSecret, vaultKeys, ...rest } = read()
    expect(rest).toEqual({
      providers: { oidc: null, github: null },
      ...{
        production: false,
        host: '127.0.0.1',
        port: 3000,
        publicUrl: null,
        demo: 'full',
        newsroom: 'Galley',
        corrections: null,
        linkChecks: false,
        metricsToken: null,
        gallery: false,
        mail: null,
        limits: {},
      },
      database: { kind: 'pglite', folder },
      files: join(folder, 'files'),
      signingKeys: { file: join(folder, 'signing-keys.json'), isNamed: false },
      auditHeads: join(folder, 'audit-heads.txt'),
    })
    expect(authSecret.length).toBeGreaterThanOrEqual(32)
    expect(vaultKeys).toHaveLength(44)
  })

  it('are what they say, and nothing when they are empty', () => {
    expect(
      read({
        ...{
          PORT: '8080',
          HOST: '::1',
          PUBLIC_URL: 'https://news.example.org//',
          NODE_ENV: 'production',
        },
        ...{
          DATABASE_URL: 'postgresql://u:p@h/galley',
          AUTH_SECRET: SECRET,
          GALLEY_NEWSROOM: 'The Courier',
          GALLEY_CORRECTIONS: 'desk@courier.example',
          GALLEY_FILES: join(folder, 'pictures'),
          GALLEY_SIGNING_KEYS: join(folder, 'keys.json'),
          GALLEY_AUDIT_HEADS: join(folder, 'heads.txt'),
          GALLEY_VAULT_KEYS: VAULT_KEY,
        },
      }),
    ).toEqual({
      providers: { oidc: null, github: null },
      ...{
        production: true,
        host: '::1',
        port: 8080,
        publicUrl: 'https://news.example.org',
        demo: null,
      },
      ...{
        authSecret: SECRET,
        newsroom: 'The Courier',
        corrections: 'desk@courier.example',
        linkChecks: true,
        gallery: false,
        metricsToken: null,
        mail: null,
        limits: {},
        database: { kind: 'postgres', url: 'postgresql://u:p@h/galley' },
        files: join(folder, 'pictures'),
        signingKeys: { file: join(folder, 'keys.json'), isNamed: true },
        auditHeads: join(folder, 'heads.txt'),
        vaultKeys: VAULT_KEY,
      },
    })
    expect(read({ GALLEY_LINK_CHECKS: 'on' }).linkChecks).toBe(true)
    expect(read({ GALLEY_GALLERY: 'on' }).gallery).toBe(true)
    expect(() => read({ GALLEY_GALLERY: 'yes' })).toThrow('GALLEY_GALLERY: give on or off')
    const empty = {
      PORT: '',
      HOST: '',
      PUBLIC_URL: '',
      DATABASE_URL: '',
      GALLEY_FILES: '',
      GALLEY_SIGNING_KEYS: '',
      GALLEY_AUDIT_HEADS: '',
      GALLEY_VAULT_KEYS: '',
      AUTH_SECRET: '',
      GALLEY_NEWSROOM: '',
      GALLEY_CORRECTIONS: '',
    }
    expect(read(empty)).toEqual(read())
  })

  it('are limits where an operator sets one', () => {
    expect(read({ GALLEY_SOCKETS_PER_PERSON: '500', GALLEY_OPEN_ARTICLES: '' }).limits).toEqual({
      socketsPerPerson: 500,
    })
    expect(read({ GALLEY_MESSAGES_PER_PERSON: '1000' }).limits).toEqual({
      personMessages: { perSecond: 1000, atOnce: 10_000 },
    })
  })

  it('[SGN5] the demo is for the embedded newsroom on a loopback address alone', () => {
    const demo = (env: Record<string, string>) => read({ AUTH_SECRET: SECRET, ...env }).demo
    for (const HOST of ['127.0.0.1', 'localhost', '::1']) expect(demo({ HOST })).toBe('full')
    for (const HOST of ['0.0.0.0', '::', '192.168.1.1', '127.0.0.1.example.org'])
      expect(demo({ HOST })).toBe(null)
    expect(demo({ DATABASE_URL: 'postgres://h/galley' })).toBe(null)
    expect(demo({ HOST: '::1', GALLEY_DEMO: 'small' })).toBe('small')
  })

  it('[SGN5] the embedded newsroom keeps a secret of its own, for nobody else to read', () => {
    const { authSecret } = read()
    expect(read().authSecret).toBe(authSecret)
    expect(readFileSync(join(folder, 'auth-secret'), 'utf8')).toBe(authSecret)
    expect(statSync(join(folder, 'auth-secret')).mode & 0o077).toBe(0)
  })
})

describe('[SGN5] a wrong setting is named, with what to do', () => {
  it.each([
    ['PORT', '0', 'from 1 to 65535'],
    ['PORT', '65536', 'for example PORT=3000'],
    ['PORT', 'http', 'for example PORT=3000'],
    ['PORT', '80.5', 'for example PORT=3000'],
    ['PORT', ' ', 'for example PORT=3000'],
    ['PUBLIC_URL', 'news.example.org', 'PUBLIC_URL=https://'],
    ['PUBLIC_URL', 'ftp://news.example.org', 'PUBLIC_URL=https://'],
    ['DATABASE_URL', 'mysql://h/galley', 'DATABASE_URL=postgres://'],
    ['DATABASE_URL', 'localhost:5432', 'DATABASE_URL=postgres://'],
    ['AUTH_SECRET', 'short', 'openssl rand'],
    ['GALLEY_NEWSROOM', 'x'.repeat(81), 'GALLEY_NEWSROOM='],
    ['GALLEY_CORRECTIONS', 'the desk', 'GALLEY_CORRECTIONS='],
    ['GALLEY_METRICS_TOKEN', 'short', 'openssl rand'],
    ['GALLEY_DEMO', 'large', 'GALLEY_DEMO=full'],
    ['GALLEY_SOCKETS', '0', 'GALLEY_SOCKETS=10000'],
    ['GALLEY_MESSAGES_PER_PERSON', 'many', 'GALLEY_MESSAGES_PER_PERSON=200'],
  ])('[SGN5] %s=%s', (variable, value, remedy) => {
    const wrong = () => read({ [variable]: value })
    expect(wrong).toThrow(WrongSetting)
    expect(wrong).toThrow(new RegExp(`^${variable}: `))
    expect(wrong).toThrow(remedy)
  })

  it('[SGN5] a database for real needs a secret of its own', () => {
    const wrong = () => read({ DATABASE_URL: 'postgres://h/galley' })
    expect(wrong).toThrow(/^AUTH_SECRET: give at least 32 characters/)
  })

  it('[SGN5] a folder that cannot be one', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => read({ GALLEY_DATA: join(file, 'data') })).toThrow(
      /^GALLEY_DATA: the folder cannot be written \(.*\); name one/,
    )
  })

  it('[MAI5] know whom mail comes from when they know where it goes', () => {
    expect(() => read({ GALLEY_SMTP_URL: 'smtp://mail.example' })).toThrow('GALLEY_MAIL_FROM')
    expect(() => read({ GALLEY_SMTP_URL: 'http://mail.example' })).toThrow('GALLEY_SMTP_URL')
    expect(
      read({ GALLEY_SMTP_URL: 'smtps://u:p@mail.example', GALLEY_MAIL_FROM: 'a@b.example' }).mail,
    ).toEqual({ url: 'smtps://u:p@mail.example', from: 'a@b.example' })
  })
})
