/** For whoever gets a dossier and has nothing but a shell. */
export const README = `DOSSIER OF A PUBLISHED VERSION

What is in it

  article/      this version in every format that is offered to readers
  versions/     the record of this version and of each one before it, byte for byte
                as it was frozen: canonical JSON (RFC 8785), N.json for version N
  captures/     sources as they were seen, where they may be passed on, and
                index.json, which says what was fetched, from where and when.
                These are the bytes of strangers: do not open them in a browser.
  SHA256SUMS    the SHA-256 of every file here
  verify.sh     checks all of this with sha256sum and openssl, without a network

How to verify

  sh verify.sh

or by hand:

  sha256sum -c SHA256SUMS
  openssl dgst -sha256 versions/1.json

Each record names the SHA-256 of the one before it as "previousHash". The SHA-256 of
the last one is the number that the article's page shows under "Verify".

What it proves, and what not

It proves that nothing in the dossier was changed since it was packed, and that the
versions follow one another without one being exchanged. That the last record is the
one that was published you see by its number on the page, or by a signature where
there is one. It does not prove that what is written is true: for that, read the sources.
`

export const VERIFY = `#!/bin/sh
# Verifies this dossier: sha256sum and openssl, no network.
set -eu
cd "$(dirname "$0")"
sha256sum -c SHA256SUMS
n=1
before=null
while [ -f "versions/$n.json" ]; do
  grep -q "\\"previousHash\\":$before," "versions/$n.json" || { echo "versions/$n.json does not follow the one before it" >&2; exit 1; }
  hash=$(openssl dgst -sha256 -r "versions/$n.json" | cut -d ' ' -f 1)
  echo "version $n: $hash"
  before="\\"$hash\\""
  n=$((n + 1))
done
[ "$n" -gt 1 ] || { echo "there is no record of version 1" >&2; exit 1; }
if [ -f signature/verify.sh ]; then sh signature/verify.sh; fi
echo "verified: $((n - 1)) version(s)"
`
