/** For whoever gets a dossier and has nothing but a shell. */
export const README = `DOSSIER OF A PUBLISHED VERSION

What is in it

  article/      this version in every format that is offered to readers
  versions/     the record of this version and of each one before it, byte for byte
                as it was frozen: canonical JSON (RFC 8785), N.json for version N;
                of one that was taken down for reasons of law its hash alone, in N.removed.txt
  signature/    the signature of this version and the public keys of the newsroom (not there
                where it was published before versions were signed): a detached JWS (RFC 7515; EdDSA with Ed25519) over the hash
  audit/        what the newsroom's audit trail tells of these versions: acts.jsonl, one act a
                line, as canonical JSON, with place and SHA-256 of its row in the trail;
                heads.txt, the same lines as they were signed when they were written (JWS,
                EdDSA with Ed25519)
  captures/     sources as they were seen, where they may be passed on, and
                index.json, which says what was fetched, from where and when.
                These are the bytes of strangers: do not open them in a browser.
                The record names the SHA-256 of each as the "capture" of its source.
                One with "file": null is not passed on, or not any more: the newsroom keeps it.
  SHA256SUMS    the SHA-256 of every file here
  verify.sh     checks all of this with sha256sum and openssl, without a network

How to verify (openssl 3)

  sh verify.sh

or by hand:

  sha256sum -c SHA256SUMS
  openssl dgst -sha256 versions/1.json

Each record names the SHA-256 of the one before it as "previousHash". The SHA-256 of
the last one is the number that the article's page shows under "Verify".

Of the audit trail it has what is told to readers anyway: that a version came out or was
taken down, when, and under which hash. The rows themselves stay with the newsroom: they
name people, and all others are about its work. "publisher 1" is whoever was the first to
publish this article or to take a version of it down; in other dossiers that may be
another person. Whoever may see the whole trail finds each row in it, under the same place
and hash, with the person who did it.

What it proves, and what not

"verified" says that nothing in the dossier was changed since it was packed, that the
versions follow one another without one being exchanged, and that the last one was
signed with a key that is in here. The key came with what it verifies, so compare its
name with what stands at /.well-known/jwks.json of the newspaper. Without signature or
key nothing is verified, and verify.sh says so: compare the SHA-256 of the last record
with the page. It does not prove that what is written is true: for that, read the sources.
`

export const VERIFY = `#!/bin/sh
# Verifies this dossier: sha256sum and openssl, no network.
set -eu
cd "$(dirname "$0")"
sha256sum -c SHA256SUMS
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
n=1
before=null
while [ -f "versions/$n.json" ] || [ -f "versions/$n.removed.txt" ]; do
  if [ -f "versions/$n.removed.txt" ]; then
    hash=$(cut -c 1-64 "versions/$n.removed.txt")
    echo "version $n: $hash, as the newsroom says; its words were taken down"
    echo "$n $hash" >> "$work/versions"
    before="\\"$hash\\""
    n=$((n + 1))
    continue
  fi
  grep -q "\\"previousHash\\":$before," "versions/$n.json" || { echo "versions/$n.json does not follow the one before it" >&2; exit 1; }
  hash=$(openssl dgst -sha256 -r "versions/$n.json" | cut -d ' ' -f 1)
  echo "version $n: $hash"
  echo "$n $hash" >> "$work/versions"
  before="\\"$hash\\""
  n=$((n + 1))
done
[ "$n" -gt 1 ] || { echo "there is no record of version 1" >&2; exit 1; }
not_verified() {
  echo "NOT VERIFIED: $1" >&2
  exit 1
}
[ -f signature/signature.txt ] || not_verified "there is no signature. The files fit one another, but nothing here says who published them."
from_base64url() {
  text=$1
  while [ $((\${#text} % 4)) -ne 0 ]; do text="$text="; done
  printf %s "$text" | tr '_-' '/+' | openssl base64 -d -A
}
jws=$(cat signature/signature.txt)
kid=$(from_base64url "\${jws%%.*}" | sed -n 's/.*"kid":"\\([A-Za-z0-9_-]*\\)".*/\\1/p')
[ -n "$kid" ] || not_verified "signature/signature.txt names no key."
[ -f "signature/keys/$kid.pem" ] || not_verified "the key of the signature, $kid, is not in signature/keys."
payload=$(printf %s "$hash" | openssl base64 -A | tr '+/' '-_' | tr -d '=')
printf %s "\${jws%%.*}.$payload" > "$work/signed"
from_base64url "\${jws##*.}" > "$work/signature"
openssl pkeyutl -verify -pubin -inkey "signature/keys/$kid.pem" -rawin -in "$work/signed" -sigfile "$work/signature" || not_verified "the signature is not by this key over this hash."
[ -f audit/acts.jsonl ] && [ -f audit/heads.txt ] || not_verified "there is nothing of the audit trail."
last=0
while read -r act; do
  seq=\${act##*\\"seq\\":}
  seq=\${seq%\\}}
  [ "$seq" -gt "$last" ] || not_verified "an act of the audit trail is not in its place: $act"
  last=$seq
done < audit/acts.jsonl
signed=0
while read -r head; do
  head_kid=$(from_base64url "\${head%%.*}" | sed -n 's/.*"kid":"\\([A-Za-z0-9_-]*\\)".*/\\1/p')
  [ -n "$head_kid" ] && [ -f "signature/keys/$head_kid.pem" ] || not_verified "the key of a signed act of the audit trail is not in signature/keys."
  printf %s "\${head%.*}" > "$work/signed"
  from_base64url "\${head##*.}" > "$work/signature"
  openssl pkeyutl -verify -pubin -inkey "signature/keys/$head_kid.pem" -rawin -in "$work/signed" -sigfile "$work/signature" > /dev/null || not_verified "the signature of an act of the audit trail is not by this key."
  said=\${head#*.}
  said=$(from_base64url "\${said%.*}")
  printf '%s\\n' "$said" | grep -qxF -f - audit/acts.jsonl || not_verified "a signed act of the audit trail is not the one that is here."
  signed=$((signed + 1))
done < audit/heads.txt
while read -r number version_hash; do
  grep -q "^{\\"act\\":{\\"action\\":\\"version.published\\",.*\\"hash\\":\\"$version_hash\\",\\"number\\":$number}," audit/acts.jsonl || not_verified "the audit trail does not tell of version $number."
done < "$work/versions"
echo "audit trail: $(wc -l < audit/acts.jsonl | tr -d ' ') act(s), $signed of them signed when they were written"
echo "verified: $((n - 1)) version(s), the last one signed with the key $kid"
`
