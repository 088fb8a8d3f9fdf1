import { describe, expect, it } from 'vitest'
import { wordsOf } from '#lib/testing/words.ts'
import { commandAt, digitOf, isPressed, isSingle, keysInWords, type Pressed } from './chords.ts'
import { COMMAND_IDS, COMMANDS, type Place } from './key-table.ts'

const t = wordsOf('commands')

const pressed = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...more,
})

describe('the table of keys', () => {
  it('gives every command a name and a key', () => {
    for (const id of COMMAND_IDS) {
      expect(t(`name.${id}`), id).toMatch(/^\S.*\S$/)
      expect(COMMANDS[id].keys.length, id).toBeGreaterThan(0)
    }
  })

  it('gives no two commands of a place one key, and none that works everywhere in an article', () => {
    const taken = (...places: Place[]) =>
      COMMAND_IDS.filter((id) => places.includes(COMMANDS[id].place)).flatMap(
        (id) => COMMANDS[id].keys,
      )
    for (const place of ['text', 'sentence', 'review'] as const) {
      const keys = taken('newsroom', 'article', place)
      expect(keys.toSorted()).toEqual([...new Set(keys)].toSorted())
    }
  })

  it('has no key that not every keyboard has', () => {
    for (const id of COMMAND_IDS)
      for (const chord of COMMANDS[id].keys) expect(chord).not.toMatch(/[/\\[\]]/)
  })
})

describe('a key', () => {
  it('is told by what it writes, a digit by where it lies', () => {
    expect(commandAt('sentence', pressed('x'))).toBe('exempt')
    expect(commandAt('sentence', pressed('X', { shiftKey: true }))).toBeUndefined()
    // The row of digits of a French keyboard.
    expect(commandAt('sentence', pressed('&', { code: 'Digit1' }))).toBe('attach')
    expect(commandAt('sentence', pressed('1', { code: 'Digit1', shiftKey: true }))).toBe(
      'attachStay',
    )
    expect(digitOf({ code: 'Numpad7' })).toBe(7)
    expect(digitOf({ code: 'Digit0' })).toBe(0)
  })

  it('with Ctrl or Command is another one, and a sign is one with Shift and without', () => {
    expect(isPressed('Mod+K', pressed('k', { metaKey: true }))).toBe(true)
    expect(isPressed('Mod+K', pressed('k'))).toBe(false)
    expect(isPressed('K', pressed('k', { ctrlKey: true }))).toBe(false)
    // What Alt makes of M on a Mac, whose capital is another letter.
    expect(isPressed('Mod+Alt+µ', pressed('µ', { metaKey: true, altKey: true }))).toBe(true)
    expect(isPressed('?', pressed('?', { shiftKey: true }))).toBe(true)
    expect(isPressed('?', pressed('?'))).toBe(true)
    expect(isPressed('F6', pressed('F6', { shiftKey: true }))).toBe(false)
  })

  it('is single when letters are typed with it', () => {
    expect(['X', '?', 'G D', 'Shift+1–9', 'Space'].every(isSingle)).toBe(true)
    expect(['Mod+K', 'Alt+ArrowUp', 'F6', 'Shift+F6'].some(isSingle)).toBe(false)
  })

  it('is written as it stands on the keyboard', () => {
    expect(keysInWords(t, 'Mod+Alt+ArrowDown', false)).toEqual(['Ctrl', 'Alt', '↓'])
    expect(keysInWords(t, 'Mod+K', true)).toEqual(['⌘', 'K'])
    expect(keysInWords(t, 'G D', false)).toEqual(['G', 'D'])
  })
})
