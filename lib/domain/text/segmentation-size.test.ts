import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { expect, it } from 'vitest'

it('[SEG5] the segmenter with its words comes to a browser in 15 KiB', () => {
  const { outputFiles } = buildSync({
    entryPoints: [`${import.meta.dirname}/segmentation.ts`],
    ...{ bundle: true, minify: true, format: 'esm', charset: 'utf8', write: false },
  })
  const [script] = outputFiles
  expect(gzipSync(script?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(15 * 1024)
})
