import { brotliDecompressSync } from 'node:zlib'

/** Tables that a WOFF2 file names by a number, as far as we have to tell them apart. */
const [CMAP, GLYF, LOCA, NAMED] = [0, 10, 11, 63]

/** The characters that a font in WOFF2 has letters for (W3C WOFF2, 4 and 5; OpenType, cmap formats 4 and 12). */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const { start, tables } = directoryOf(font)
  const [offset, length] = tables.get(CMAP) ?? [0, 0]
  const cmap = brotliDecompressSync(font.subarray(start)).subarray(offset, offset + length)
  const found = new Set<number>()
  for (let at = 0; at < cmap.readUInt16BE(2); at++)
    for (const [from, to] of rangesOf(cmap.subarray(cmap.readUInt32BE(8 + at * 8))))
      for (let point = from; point <= to; point++) found.add(point)
  return found
}

/** Where its tables begin when they are unpacked, and each by its number. */
function directoryOf(font: Buffer) {
  const tables = new Map<number, readonly [number, number]>()
  let [at, offset] = [48, 0]
  const number = () => {
    let value = 0
    for (;;) {
      const byte = font[at++] ?? 0
      value = value * 128 + (byte & 127)
      if (byte < 128) return value
    }
  }
  for (let left = font.readUInt16BE(12); left > 0; left--) {
    const flags = font[at++] ?? 0
    const table = flags & 63
    if (table === NAMED) at += 4
    const original = number()
    const isPlain = table === GLYF || table === LOCA ? flags >> 6 === 3 : flags >> 6 === 0
    const length = isPlain ? original : number()
    tables.set(table, [offset, length])
    offset += length
  }
  return { start: at, tables }
}

function rangesOf(table: Buffer): readonly (readonly [number, number])[] {
  const format = table.readUInt16BE(0)
  if (format === 12)
    return Array.from({ length: table.readUInt32BE(12) }, (_, at) => [
      table.readUInt32BE(16 + at * 12),
      table.readUInt32BE(20 + at * 12),
    ])
  if (format !== 4) return []
  const bytes = table.readUInt16BE(6)
  // The last one ends every table and stands for nothing.
  return Array.from({ length: bytes / 2 - 1 }, (_, at) => [
    table.readUInt16BE(16 + bytes + at * 2),
    table.readUInt16BE(14 + at * 2),
  ])
}
