import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import type { Picture } from '#lib/domain/figures/picture.ts'

/** A picture as the server knows it, without bytes. */
export function picture(fields: Partial<Picture> = {}): Picture {
  const size = (width: number, digit: string) => ({
    hash: digit.repeat(64),
    width,
    height: width / 2,
    bytes: width * 10,
  })
  return {
    hash: 'a'.repeat(64),
    mediaType: 'image/jpeg',
    width: 1600,
    height: 800,
    bytes: 200_000,
    renditions: [size(320, 'b'), size(640, 'c'), size(1600, 'd')],
    ...fields,
  }
}

type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

/** The bytes of a real picture: a gradient, so that no two sizes are alike. */
export async function pictureBytes(
  format: Format = 'jpeg',
  { width = 700, height = 400, red = 200 } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await canvas(width, height, red).toFormat(format).toBuffer())
}

/** As a telephone writes it: where it was taken, and turned by a quarter. */
export async function telephonePicture(): Promise<Uint8Array<ArrayBuffer>> {
  const exif = {
    IFD0: { Make: 'Telephone', Copyright: 'Secret Person' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' },
  }
  const made = canvas(400, 300, 90).withExif(exif).withMetadata({ orientation: 6 })
  return new Uint8Array(await made.jpeg().toBuffer())
}

function canvas(width: number, height: number, red: number) {
  const data = Buffer.alloc(width * height * 3)
  for (let at = 0; at < data.length; at += 3) {
    data[at] = red
    data[at + 1] = (at / 3 / width) % 256
    data[at + 2] = (at / 3) % 256
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** A PNG whose head says what it likes about its size, and whose data grows to as many bytes of nothing. */
export function pngSaying(width: number, height: number, grows = 100_000): Uint8Array {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.alloc(grows))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
