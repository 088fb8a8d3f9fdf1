// Comfort for a page that is whole without it: cards, their links, the dial, the check of the signature.
'use strict'

const $ = (selector, root = document) => root.querySelector(selector)
const make = (tag, fields, ...inside) => {
  const element = Object.assign(document.createElement(tag), fields)
  element.append(...inside)
  return element
}

// The dial stays where a reader put it. A browser that keeps nothing shows the page as it came.
const DIAL = 'galley-dial'
try {
  const kept = localStorage.getItem(DIAL)
  if (kept === 'sources' || kept === 'full') $(`#d-${kept}`).checked = true
} catch {}
document.addEventListener('change', ({ target }) => {
  if (target.name !== 'dial') return
  try {
    localStorage.setItem(DIAL, target.value)
  } catch {}
})

// A card opens under a pointer that rests, goes when it has left, and stays once its marker was pressed.
const REST = 300
let hovered = null
let timer = 0
const after = (act) => {
  clearTimeout(timer)
  timer = setTimeout(act, REST)
}
const leave = () => after(() => hovered?.hidePopover())
for (const marker of document.querySelectorAll('.m[popovertarget]')) {
  const card = document.getElementById(marker.getAttribute('popovertarget'))
  if (!card?.showPopover) break
  const mouse = (act) => (event) => event.pointerType === 'mouse' && act()
  const open = () => {
    card.showPopover({ source: marker })
    hovered = card
  }
  marker.addEventListener(
    'pointerenter',
    mouse(() => {
      if (hovered === card) clearTimeout(timer)
      else if (hovered || !$(':popover-open')) after(open)
    }),
  )
  marker.addEventListener('pointerleave', mouse(leave))
  card.addEventListener(
    'pointerenter',
    mouse(() => clearTimeout(timer)),
  )
  card.addEventListener(
    'pointerleave',
    mouse(() => hovered === card && leave()),
  )
  card.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed' && hovered === card) hovered = null
    if (newState === 'open') equip(card)
  })
  marker.addEventListener('click', (event) => {
    clearTimeout(timer)
    if (hovered !== card) return
    event.preventDefault()
    hovered = null
  })
}

// Links that a card gets when it is first opened.
function equip(card) {
  if ($('.tl', card)) return
  const id = card.id.slice(2)
  const links = [make('a', { href: `#${id}`, textContent: 'Link to this sentence' })]
  links[0].addEventListener('click', () => card.hidePopover())
  const mail = $('#report a')
  if (mail) {
    const to = new URL(mail.href)
    const said = `\n\n“${wordsOf(document.getElementById(id))}”\n${location.origin}${location.pathname}#${id}\n`
    const body = `${to.searchParams.get('body') ?? ''}${said}`
    const subject = encodeURIComponent(to.searchParams.get('subject') ?? '')
    const href = `mailto:${to.pathname}?subject=${subject}&body=${encodeURIComponent(body)}`
    links.push(make('a', { href, textContent: 'Report a problem' }))
  }
  card.append(make('p', { className: 'tl' }, ...links))
}

// Words of a sentence, without its marker.
function wordsOf(sentence) {
  const copy = sentence.cloneNode(true)
  for (const marker of copy.querySelectorAll('.m')) marker.remove()
  return plain(copy.textContent)
}
const plain = (text) => text.replace(/\s+/g, ' ').trim()

// Verify: record, number, words, signature.
const bytesOf = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))
// Null: it is not there, as `absent` says.
const textOf = async (url, absent) => {
  const answer = await fetch(url, { cache: 'no-store' })
  if (answer.ok) return answer.text()
  if (answer.status === absent) return null
  throw answer.status
}
const hex = (bytes) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
const digest = (text) => crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))

// Sentences that stand otherwise in the record.
function differing({ sentences }) {
  return sentences.filter(({ id, text, confidence }) => {
    const shown = document.getElementById(id)
    return !shown || wordsOf(shown) !== plain(text) || (shown.dataset.c ?? null) !== confidence
  }).length
}

// Null: no Ed25519 here.
async function isSigned(jws, hash, { keys }) {
  const [head, , signature] = jws.trim().split('.')
  const { kid, typ } = JSON.parse(new TextDecoder().decode(bytesOf(head)))
  const known = keys.find((key) => key.kid === kid)
  const named =
    known &&
    hex(await digest(`{"crv":"Ed25519","kty":"OKP","x":"${known.x}"}`)) === hex(bytesOf(kid))
  if (!named || typ !== 'galley-version') return { kid, fits: false }
  const { kty, crv, x } = known
  let key
  try {
    key = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify'])
  } catch {
    return { kid, fits: null }
  }
  const said = new TextEncoder().encode(`${head}.${btoa(hash)}`.replace(/=+$/, ''))
  return { kid, fits: await crypto.subtle.verify('Ed25519', key, bytesOf(signature), said) }
}

const PROVES =
  'So this page shows what the holder of this key published. It does not prove that it is true, or whose key it is: compare its name with one that you have from elsewhere.'
const SAME = 'This copy doesn’t match the signed original'

// Whether it fits, and what readers are told.
async function check(record) {
  const shown = $('#verify code').textContent
  if (!globalThis.crypto?.subtle)
    return [
      null,
      'Browsers check signatures only on pages that came over HTTPS. Open this page so, or download the signed copy below.',
    ]
  const [text, jws, keys] = await Promise.all([
    textOf(record, 410),
    textOf(record.replace(/json$/, 'signature'), 404),
    textOf(new URL('/.well-known/jwks.json', record)),
  ])
  if (text !== null) {
    if (hex(await digest(text)) !== shown)
      return [false, `${SAME}: the record has another SHA-256 than this page says.`]
    const count = differing(JSON.parse(text))
    if (count)
      return [
        false,
        `${SAME}: ${count === 1 ? 'a sentence stands' : `${count} sentences stand`} otherwise in the record.`,
      ]
  }
  const same =
    text === null
      ? 'The record of what was retracted is not given out.'
      : 'Every sentence on this page stands in the record word for word, and the record has the SHA-256 above.'
  if (jws === null) {
    const named = /signed with key/.test($('.colo').textContent)
    return [
      null,
      `${same} ${named ? 'The signature that this page names is not there.' : 'This version was published before versions were signed.'}`,
    ]
  }
  const known = JSON.parse(keys)
  const { kid, fits } = await isSigned(jws, shown, known).catch(() => ({ fits: false }))
  if (fits === false)
    return [false, `${SAME}: its signature was not made with a known key over the SHA-256 above.`]
  if (fits === null)
    return [
      null,
      `${same} This browser cannot check Ed25519 signatures: a newer one can, and so can openssl with the signed copy below.`,
    ]
  return [
    text === null ? null : true,
    `${same} That number was signed with the key ${kid}. ${text === null ? '' : PROVES}`,
  ]
}

function offerCheck(section) {
  const record = $('a[href$="/json"]', section)
  if (!record) return
  const says = make('p', { role: 'status' })
  const button = make('button', {
    type: 'button',
    className: 'do',
    textContent: 'Check it in this browser',
  })
  button.addEventListener('click', async () => {
    says.textContent = 'Checking …'
    const [fits, words] = await check(record.href).catch(() => [
      null,
      'Record, signature or keys could not be fetched: nothing was checked. Try again.',
    ])
    says.dataset.fits = String(fits)
    says.textContent = words
    if (fits === false)
      says.append(' ', make('a', { href: record.href, textContent: 'Read the record' }))
  })
  section.append(make('div', { className: 'chk' }, button, says))
}
const verify = $('#verify')
if (verify) offerCheck(verify)
