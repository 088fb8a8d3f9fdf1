import { EventEmitter } from 'node:events'
import { afterEach, expect, it, vi } from 'vitest'
import { eventually } from '#lib/testing/eventually.ts'
import { gate } from '#lib/testing/memory-log.ts'
import { endInOrder, type Life } from './lifecycle.ts'

afterEach(() => vi.useRealTimers())

function process(drain: () => Promise<void>) {
  const events = new EventEmitter()
  const exit = vi.fn()
  const write = vi.fn()
  const on: Life['on'] = (event, listener) => events.on(event, listener)
  const life = { on, exit }
  endInOrder(life, drain, write)
  return { events, exit, write }
}

it.each([
  ['SIGTERM', 0],
  ['SIGINT', 0],
  ['disconnect', 0],
  ['uncaughtException', 1],
  ['unhandledRejection', 1],
])('[OPS4] %s drains first, and ends with %d, once', async (event, code) => {
  const door = gate()
  const drain = vi.fn(() => door.opened)
  const { events, exit } = process(drain)
  events.emit(event, new Error('unexpected'))
  events.emit('SIGTERM')
  await Promise.resolve()
  expect([drain.mock.calls.length, exit.mock.calls.length]).toEqual([1, 0])
  door.open()
  await eventually(() => expect(exit.mock.calls).toEqual([[code]]))
})

it('[OPS4] an error that nobody caught is logged', async () => {
  const { events, exit, write } = process(async () => {})
  const error = new Error('unexpected')
  events.emit('uncaughtException', error)
  await eventually(() => expect(exit).toHaveBeenCalled())
  expect(write.mock.calls).toEqual([
    ['error', 'unexpected error: draining and stopping', { error }],
  ])
})

it('[OPS4] a drain that fails, or never ends, ends with 1', async () => {
  const failing = process(() => Promise.reject(new Error('no')))
  failing.events.emit('SIGTERM')
  await eventually(() => expect(failing.exit.mock.calls).toEqual([[1]]))
  vi.useFakeTimers()
  const hanging = process(() => new Promise(() => {}))
  hanging.events.emit('SIGTERM')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(hanging.exit.mock.calls).toEqual([[1]])
})
