import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { insertVersion } from '#db/repositories/versions.ts'
import type { Actor } from '#lib/domain/access/policy.ts'
import type { Picture } from '#lib/domain/figures/picture.ts'
import { withSharedPostgres } from '#lib/testing/databases.ts'
import { Desk, failureOf, must } from '#lib/testing/desk-fixture.ts'
import { pictureBytes, pngSaying, telephonePicture } from '#lib/testing/pictures.ts'
import { addPicture, takePicture } from './add-picture.ts'
import { assignPeople } from './article-people.ts'
import { moveArticle } from './move-article.ts'
import { articleFacts } from './show-article.ts'
import { readPicture, showPicture } from './show-picture.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const utf8 = (text: string) => new TextEncoder().encode(text)

withSharedPostgres('pictures', (open) => {
  const begin = async () => {
    const desk = new Desk(open())
    const [ada, rev] = [await desk.person(['writer']), await desk.person(['reviewer'])]
    const id = await desk.article(ada, 'It rained.')
    const add = (bytes: Uint8Array, actor: Actor = ada) =>
      addPicture(desk.context, actor, id, bytes)
    const messageOf = async (bytes: Uint8Array) => {
      const added = await add(bytes)
      return added.ok ? null : added.failure.message
    }
    const bytesOf = async (picture: Picture, size: string) =>
      must(await showPicture(desk.context, ada, picture.hash, size)).bytes
    return { desk, ada, rev, id, add, messageOf, bytesOf }
  }

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    '[FIG1, FIG3] a %s is kept as it is, and in sizes for readers, whatever it is called',
    async (format) => {
      const { desk, ada, id, add, bytesOf } = await begin()
      const bytes = await pictureBytes(format)
      const picture = must(await add(bytes))
      expect(picture).toMatchObject({ hash: sha256(bytes), width: 700, height: 400 })
      expect(picture.mediaType).toBe(`image/${format}`)
      expect(picture.renditions.map(({ width }) => width)).toEqual([320, 700])
      for (const { hash, width, height } of picture.renditions) {
        const made = await bytesOf(picture, String(width))
        expect(sha256(made)).toBe(hash)
        expect(await sharp(made).metadata()).toMatchObject({ format: 'webp', width, height })
      }
      expect(Buffer.from(await bytesOf(picture, 'original'))).toEqual(Buffer.from(bytes))
      expect(must(await articleFacts(desk.context, ada, id)).pictures).toEqual([picture])
      await desk.stop()
    },
  )

  it('[FIG3] what readers get is upright, and says nothing of where and by whom it was taken', async () => {
    const { desk, add, bytesOf } = await begin()
    const bytes = await telephonePicture()
    expect(Buffer.from(bytes).toString('latin1')).toContain('Secret Person')
    const picture = must(await add(bytes))
    expect(picture).toMatchObject({ width: 300, height: 400 })
    for (const { width } of picture.renditions) {
      const made = await bytesOf(picture, String(width))
      const { exif, xmp, icc, orientation, height } = await sharp(made).metadata()
      expect({ exif, xmp, icc, orientation }).toEqual({})
      expect(height).toBeGreaterThan(width)
      expect(Buffer.from(made).toString('latin1')).not.toMatch(/Exif|Secret|Telephone/)
    }
    await desk.stop()
  })

  it('[FIG2] a bomb is refused by what it says of itself, before anything is decoded', async () => {
    const { desk, messageOf } = await begin()
    expect(await messageOf(pngSaying(60_000, 60_000))).toMatch(/60000 × 60000 pixels/)
    expect(await messageOf(pngSaying(15_000, 15_000))).toMatch(/pixels/)
    expect(await messageOf(pngSaying(100_000_000, 1))).toMatch(/pixels|damaged/)
    await desk.stop()
  })

  it('[FIG1] what is no picture, or half of one, is refused with what to do', async () => {
    const { desk, messageOf } = await begin()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    expect(await messageOf(utf8(svg))).toMatch(/Export it as PNG/)
    expect(await messageOf(utf8('GIF89a<script>alert(1)</script>'))).toMatch(/damaged/)
    for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
      const bytes = await pictureBytes(format)
      expect(await messageOf(bytes.subarray(0, bytes.length / 2)), format).toMatch(/damaged/)
      expect(await messageOf(bytes.subarray(0, 16)), format).toMatch(/damaged/)
    }
    await desk.stop()
  })

  it('[FIG1] a page that hides in a picture never reaches a reader', async () => {
    const { desk, add, bytesOf } = await begin()
    const page = utf8('<!DOCTYPE html><script>alert(1)</script>')
    const gif = await pictureBytes('gif')
    const picture = must(await add(Buffer.concat([gif, page])))
    for (const { width } of picture.renditions)
      expect(Buffer.from(await bytesOf(picture, String(width))).toString()).not.toContain('script')
    await desk.stop()
  })

  it('[FIG4] the same picture again, and many at once, bring nothing new', async () => {
    const { desk, ada, id, add } = await begin()
    const bytes = await pictureBytes('png', { red: 7 })
    const added = await Promise.all([1, 2, 3].map(() => add(bytes)))
    expect(new Set(added.map((one) => must(one).hash)).size).toBe(1)
    expect(must(await articleFacts(desk.context, ada, id)).pictures).toHaveLength(1)
    await desk.stop()
  })

  it('[FIG4] who may write the article brings pictures; in a closed one nobody does', async () => {
    const { desk, ada, id, add } = await begin()
    const bytes = await pictureBytes()
    const pia = await desk.person(['publisher'])
    const other = await desk.person(['writer'])
    expect(failureOf(await add(bytes, pia))).toBe('forbidden')
    expect(failureOf(await add(bytes, other))).toBe('forbidden')
    must(await moveArticle(desk.context, pia, id, { to: 'archived', note: '' }))
    expect(failureOf(await add(bytes, ada))).toBe('conflict')
    await desk.stop()
  })

  it('[FIG4] who may see no article that has it does not get it, nor does a reader', async () => {
    const { desk, ada, rev, id, add } = await begin()
    const picture = must(await add(await pictureBytes('webp', { red: 33 })))
    const get = (actor: Actor, size = '640') => showPicture(desk.context, actor, picture.hash, size)
    expect((await get(rev)).ok).toBe(true)
    const editor = await desk.person(['editor'])
    must(
      await assignPeople(desk.context, editor, id, {
        restricted: true,
        assigned: [],
        named: [editor.id],
      }),
    )
    expect(failureOf(await get(rev))).toBe('notFound')
    expect((await get(ada)).ok).toBe(true)
    for (const size of ['', 'x', '-1', '1e3', '../../secret'])
      expect(failureOf(await get(ada, size))).toBe('notFound')
    for (const hash of [picture.hash, picture.renditions[0]!.hash, 'x', '\0'])
      expect(failureOf(await readPicture(desk.context, 'it-rained', hash))).toBe('notFound')
    await desk.stop()
  })

  it('[FIG6] readers get what a figure of a published version shows, and nothing that is only named in words', async () => {
    const { desk, ada, id, add, bytesOf } = await begin()
    const shown = must(await add(await pictureBytes('png', { red: 51 })))
    const named = must(await add(await pictureBytes('png', { red: 52 })))
    const [[size], [other]] = [shown.renditions, named.renditions]
    const figures = [{ sizes: shown.renditions }]
    const canonical = JSON.stringify({
      figures,
      blocks: [{ text: `${other?.hash} ${named.hash}` }],
    })
    const slug = `published-${id}`
    await insertVersion(desk.context.db, {
      ...{
        articleId: id,
        number: 1,
        slug,
        change: 'first',
        note: '',
        hash: '',
        canonical,
        body: '',
      },
      ...{ seq: 1, publishedBy: ada.id, publishedAt: new Date(0) },
    })
    const read = (hash = '', at = slug) => readPicture(desk.context, at, hash)
    expect(must(await read(size?.hash)).bytes).toEqual(await bytesOf(shown, '320'))
    for (const hash of [other?.hash, named.hash, shown.hash, '%', ''])
      expect(failureOf(await read(hash))).toBe('notFound')
    expect(failureOf(await read(size?.hash, 'elsewhere'))).toBe('notFound')
    await desk.stop()
  })

  it('[FIG4] a picture is taken over from an article that one may see, and from no other', async () => {
    const { desk, ada, id, add } = await begin()
    const { hash } = must(await add(await pictureBytes('jpeg', { red: 44 })))
    const other = await desk.person(['writer'])
    const copy = await desk.article(other, 'It leaks.')
    must(await takePicture(desk.context, other, copy, hash))
    expect(must(await articleFacts(desk.context, other, copy)).pictures).toMatchObject([{ hash }])
    const secret = must(await add(await pictureBytes('jpeg', { red: 45 })))
    const editor = await desk.person(['editor'])
    must(
      await assignPeople(desk.context, editor, id, {
        restricted: true,
        assigned: [],
        named: [editor.id],
      }),
    )
    expect(failureOf(await takePicture(desk.context, other, copy, secret.hash))).toBe('notFound')
    expect(failureOf(await takePicture(desk.context, ada, copy, hash))).toBe('forbidden')
    await desk.stop()
  })
})
