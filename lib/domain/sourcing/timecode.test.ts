import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalTimes, storedLocator } from './timecode.ts'

it.each([
  ['1:02:03', '1:02:03'],
  ['62:03', '1:02:03'],
  ['062:03', '1:02:03'],
  ['01:02:03', '1:02:03'],
  ['00:01', '0:01'],
  ['0:00', '0:00'],
  ['00:12:40', '12:40'],
  ['59:59', '59:59'],
  ['120:00', '2:00:00'],
  ['12:40.5', '12:40.5'],
  ['1:02:03.250', '1:02:03.250'],
  ['01:02:03:12', '1:02:03:12'],
  ['00:00:03:12', '0:00:03:12'],
  ['1h 2m 3s', '1:02:03'],
  ['1h02m03s', '1:02:03'],
  ['62 min', '1:02:00'],
  ['45 s', '0:45'],
  ['3 min 5 sec', '3:05'],
  [' 12:40 - 13:05 ', '12:40–13:05'],
  ['12:40–1:13:05', '12:40–1:13:05'],
  ['59:50 to 61:10', '59:50–1:01:10'],
  ['12:40, 13:05; 14:00–14:20', '12:40, 13:05, 14:00–14:20'],
  ['12:40,13:05', '12:40, 13:05'],
])('[EVI15] %s is stored as %s', (text, stored) => {
  expect(canonicalTimes(text)).toBe(stored)
  expect(canonicalTimes(stored)).toBe(stored)
})

it.each([
  ...[
    '',
    '14',
    'morning',
    'his second answer',
    '1:75',
    '1:2',
    '1:60:00',
    '1:2:03',
    ':30',
    '12:40:',
  ],
  ...['12:40–', '–12:40', '13:05–12:40', '12:40–12:40', '12:40–45', '1:00–2:00–3:00', '12:40,'],
  ...[
    '1:02:03:123',
    '1:02:03,250',
    '1h 75m',
    '75 s',
    '1 m 2 h',
    '1.30',
    '-1:00',
    '12:40 or so',
    '1000:00',
  ],
])('[EVI15] %j is no time', (text) => {
  expect(canonicalTimes(text)).toBeNull()
})

it('[EVI15] what is stored is read as the same time', () => {
  const part = (max: number) => fc.integer({ min: 0, max })
  fc.assert(
    fc.property(part(99), part(59), part(59), (hours, minutes, seconds) => {
      const two = (value: number) => String(value).padStart(2, '0')
      const long = `${two(hours)}:${two(minutes)}:${two(seconds)}`
      const stored = canonicalTimes(long)
      expect(stored).not.toBeNull()
      expect(canonicalTimes(stored ?? '')).toBe(stored)
      expect(canonicalTimes(`${hours}h ${minutes}m ${seconds}s`)).toBe(stored)
    }),
  )
})

it('[EVI15] only times are looked at, and an observation says when in words', () => {
  const at = (value: string) => ({ label: 'timestamp', value }) as const
  expect(storedLocator(at('02:03'), 'recording')).toEqual(at('2:03'))
  expect(storedLocator(at('at noon'), 'person')).toBeNull()
  expect(storedLocator(at('Friday, at noon'), 'observation')).toEqual(at('Friday, at noon'))
  expect(storedLocator({ label: 'page', value: 'iv' }, 'recording')?.value).toBe('iv')
})
