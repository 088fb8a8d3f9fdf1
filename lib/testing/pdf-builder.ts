import { deflateSync } from 'node:zlib'

interface PdfOptions {
  readonly title?: string
  /** Runs when the document is opened, in programs that run it. */
  readonly script?: string
  /** Wants a password that nobody has. */
  readonly encrypted?: boolean
}

/** A small PDF with a text layer: one line of text for each line of each page. */
export function pdfOf(pages: readonly string[], options: PdfOptions = {}): Uint8Array {
  const { title, script, encrypted } = options
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  const open = script ? `/OpenAction << /S /JavaScript /JS (${escaped(script)}) >>` : ''
  add(`<< /Type /Catalog /Pages 2 0 R ${open} >>`)
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [at, page] of pages.entries()) {
    const content = contentOf(page)
    const resources = '/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 612 792]'
    add(`<< /Type /Page /Parent 2 0 R ${resources} /Contents ${5 + at * 2} 0 R >>`)
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  const info = add(
    `<< /Title (${escaped(title ?? '')}) /Author (Ann Bo; Cy Dee) /CreationDate (D:20260301120000Z) >>`,
  )
  const secret =
    encrypted &&
    add(`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`)
  return assembled(
    objects,
    `/Info ${info} 0 R ${secret ? `/Encrypt ${secret} 0 R /ID [<01> <01>]` : ''}`,
  )
}

function contentOf(page: string): string {
  const lines = page.split('\n').map((line) => `(${escaped(line)}) Tj T*`)
  return `BT /F1 12 Tf 14 TL 50 740 Td ${lines.join(' ')} ET`
}

const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')

function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

/** A PDF of a few kilobytes with one page, which is packed twice and so many MiB long. */
export function pdfBomb(mebibytes: number): Uint8Array {
  const packed = deflateSync(deflateSync(Buffer.alloc(mebibytes * 1024 * 1024, ' ')))
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>'
  const start = [
    '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj',
    '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj',
    `3 0 obj\n${page}\nendobj`,
    `4 0 obj\n<< /Length ${packed.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`,
  ].join('\n')
  const end = '\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\n%%EOF\n'
  return new Uint8Array(Buffer.concat([Buffer.from(start), packed, Buffer.from(end)]))
}
