import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findBrowser, findChromium, findShell } from './programs.mjs'

const CACHE = process.platform === 'darwin' ? 'Library/Caches' : '.cache'

let home: string

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'galley-programs-'))
  for (const [name, value] of [
    ['HOME', home],
    ['PATH', home],
    ['GALLEY_CHROMIUM', ''],
  ] as const)
    vi.stubEnv(name, value)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

function program(...parts: readonly string[]): string {
  const path = join(home, ...parts)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  chmodSync(path, 0o755)
  return path
}

it('the browser without windows is tested with, the whole one is measured', () => {
  const whole = program('chromium')
  expect([findBrowser(), findChromium(), findShell()]).toEqual([whole, whole, null])
  const shell = program('chromium-headless-shell')
  expect([findBrowser(), findChromium(), findShell()]).toEqual([shell, whole, shell])
})

it('the browser that was asked for is never replaced by another', () => {
  program('chromium')
  program('chromium-headless-shell')
  vi.stubEnv('GALLEY_CHROMIUM', program('mine'))
  expect(findBrowser()).toBe(join(home, 'mine'))
  vi.stubEnv('GALLEY_CHROMIUM', join(home, 'nowhere'))
  expect([findBrowser(), findChromium()]).toEqual([null, null])
})

it('of those that Playwright has fetched, the newest', () => {
  const fetched = [CACHE, 'ms-playwright']
  program(...fetched, 'chromium-999', 'chrome-linux64', 'chrome')
  const whole = program(...fetched, 'chromium-1000', 'chrome-linux64', 'chrome')
  expect(findBrowser()).toBe(whole)
  const inside = ['chrome-headless-shell-linux64', 'chrome-headless-shell'] as const
  const shell = program(...fetched, 'chromium_headless_shell-1000', ...inside)
  expect([findBrowser(), findChromium()]).toEqual([shell, whole])
})
