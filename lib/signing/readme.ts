/** What stands in a download beside the data. Indented lines are commands: a test runs them as they are. */

const FROM_BASE64URL = `    from_base64url() {
      text=$1
      while [ $((\${#text} % 4)) -ne 0 ]; do text="$text="; done
      printf %s "$text" | tr '_-' '/+' | openssl base64 -d -A
    }`

const keysNote = (
  origin: string,
) => `The keys in this download come with what they verify, so alone they prove that it is whole, not whose it is. Compare them
with ${origin || 'the address of the newsroom'}/.well-known/jwks.json, or with a copy that you kept.`

export const versionReadme = (origin: string) => `A published version, and how to check it
========================================

version.json     the version: canonical JSON (RFC 8785), byte for byte as it was published
signature.txt    a detached JWS (RFC 7515, appendix F; EdDSA with Ed25519) over the SHA-256 of version.json, written as 64 hex digits
keys.json        the public keys of the newsroom, as a JWK set (RFC 7517)
keys/            the same keys, as openssl reads them

With Galley: npm run verify -- version FILE

With sha256sum and openssl 3 alone, in the folder of these files. The hash:

    hash=$(sha256sum version.json | cut -c 1-64)
    echo "SHA-256 $hash"

The signature: its first part says which key made it, and is signed together with the hash.

${FROM_BASE64URL}
    jws=$(cat signature.txt)
    kid=$(from_base64url "\${jws%%.*}" | sed 's/.*"kid":"\\([^"]*\\)".*/\\1/')
    payload=$(printf %s "$hash" | openssl base64 -A | tr '+/' '-_' | tr -d '=')
    printf %s "\${jws%%.*}.$payload" > signed.bin
    from_base64url "\${jws##*.}" > signature.bin
    openssl pkeyutl -verify -pubin -inkey "keys/$kid.pem" -rawin -in signed.bin -sigfile signature.bin

"Signature Verified Successfully" says: whoever holds that key signed these bytes, and not a letter is another since. It does not say that what they
tell is true. version.json names the hash of the version before it (previousHash), so a chain of versions can be followed back.

${keysNote(origin)}
`

export const auditReadme = (origin: string) => `The audit trail, and how to check it
====================================

audit.jsonl    one row a line: who did what, when. Canonical JSON (RFC 8785). Each row holds the hash of the one before it (previousHash)
hashes.txt     the SHA-256 of each line of audit.jsonl, without its line end, in the same order
words/         notes and reasons of some of these acts, but those of articles that whoever took the download may not see: see below
heads.txt      how far the trail reached at some times, signed: a JWS (RFC 7515; EdDSA with Ed25519) a line, with number and hash of the last row
keys.json      the public keys of the newsroom, as a JWK set (RFC 7517)
keys/          the same keys, as openssl reads them

With Galley: npm run verify -- audit FILE

With sha256sum and openssl 3 alone, in the folder of these files. What is wrong is printed; nothing is printed for a row that is right. Every row has
the hash that stands for it:

    paste -d ' ' hashes.txt audit.jsonl | while read -r hash row; do
      [ "$(printf %s "$row" | sha256sum | cut -c 1-64)" = "$hash" ] || echo "WRONG changed: $row"
    done

Every row holds the hash of the one before it, the first one 64 zeros:

    { printf '%064d\\n' 0; cat hashes.txt; } | paste -d ' ' - audit.jsonl | while read -r before row; do
      case "$row" in
        '' | *"\\"previousHash\\":\\"$before\\",\\"seq\\":"*) ;;
        *) echo "WRONG does not follow the row before it: $row" ;;
      esac
    done

Rows are numbered from 1 without a gap:

    sed 's/.*"seq":\\([0-9]*\\)}$/\\1/' audit.jsonl | awk '$1 != NR { print "WRONG row " NR " is missing or moved"; exit }'

What was written about an act is what its row names: sealed: and the SHA-256 of a file. The first line of the file is random, so that nobody finds
short words by trying:

    for file in words/*.txt; do
      [ -e "$file" ] || continue
      seal=$(basename "$file" .txt)
      [ "$(sha256sum < "$file" | cut -c 1-64)" = "$seal" ] || echo "WRONG words changed: $file"
      grep -q ""sealed:$seal"" audit.jsonl || echo "WRONG words of no row: $file"
    done

Every signed head is signed, and is the row that stands there:

${FROM_BASE64URL}
    while read -r jws; do
      kid=$(from_base64url "\${jws%%.*}" | sed 's/.*"kid":"\\([^"]*\\)".*/\\1/')
      printf %s "\${jws%.*}" > signed.bin
      from_base64url "\${jws##*.}" > signature.bin
      openssl pkeyutl -verify -pubin -inkey "keys/$kid.pem" -rawin -in signed.bin -sigfile signature.bin || echo "WRONG signature: $jws"
      head=\${jws#*.}
      head=$(from_base64url "\${head%.*}")
      hash=$(printf %s "$head" | sed 's/.*"hash":"\\([^"]*\\)".*/\\1/')
      row=$(printf %s "$head" | sed 's/.*"seq":\\([0-9]*\\)}$/\\1/')
      [ "$(sed -n "\${row}p" hashes.txt)" = "$hash" ] || echo "WRONG cut off or written anew: $head"
    done < heads.txt

Whoever can take rows from the end of audit.jsonl can take heads from heads.txt too. The newsroom writes its heads to a second place as well (the
setting GALLEY_AUDIT_HEADS): put that file in the place of heads.txt, and check again.

${keysNote(origin)}
`
