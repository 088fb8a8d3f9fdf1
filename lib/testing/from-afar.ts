import sharp from 'sharp'

/** From two pixels for each of the page's to one for four. */
const SMALLER = 8

/** How much a colour may be another one, of 255. */
const SLACK = 16

/**
 * A picture that is small enough for letters to be grey: each machine draws them in its own way, and what is another
 * colour, size or place is still seen.
 */
export async function seenFromAfar(picture: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata()
  const size = [Math.ceil(width / SMALLER), Math.ceil(height / SMALLER)] as const
  const small = sharp(picture).resize(...size, { fit: 'fill', kernel: 'linear' })
  return small.removeAlpha().png({ compressionLevel: 9 }).toBuffer()
}

/** How many points of one are outside all that is at their place, and right beside it, in the other. All, when one is larger. */
export async function differences(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all([rawOf(one), rawOf(other)])
  if (a.width !== b.width || a.height !== b.height) return Number.POSITIVE_INFINITY
  return outside(a, b) + outside(b, a)
}

interface Raw {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

async function rawOf(png: Buffer): Promise<Raw> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function outside(a: Raw, b: Raw): number {
  let count = 0
  for (let y = 0; y < a.height; y++)
    for (let x = 0; x < a.width; x++) {
      const isInside = [0, 1, 2].every((channel) => {
        const at = (y * a.width + x) * 3 + channel
        const value = a.data[at] ?? 0
        if (Math.abs(value - (b.data[at] ?? 0)) <= SLACK) return true
        const around = valuesAround(b, x, y, channel)
        return value >= Math.min(...around) - SLACK && value <= Math.max(...around) + SLACK
      })
      if (!isInside) count++
    }
  return count
}

const STEPS = [-1, 0, 1]

function valuesAround({ data, width, height }: Raw, x: number, y: number, channel: number) {
  const columns = STEPS.map((step) => x + step).filter((at) => at >= 0 && at < width)
  const rows = STEPS.map((step) => y + step).filter((at) => at >= 0 && at < height)
  return rows.flatMap((row) =>
    columns.map((column) => data[(row * width + column) * 3 + channel] ?? 0),
  )
}
