import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { NotSigned, openKeyFile, signPdf } from '../formats/pades/sign.ts'
import { whyNotSignedCopy } from '../formats/pades/signed-copy.ts'
import { signing as words } from '../ui/messages/vi/signatures.ts'

const NOT_SIGNED = 2

/**
 * `phoihop sign FILE.pdf --key KEY.p12 --out SIGNED.pdf`: for tests and small sites. What was signed is verified before it is
 * written; the original stays as it is.
 */
export async function signFile(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const options = { key: text, out: text, reason: text, timestamps: text }
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
  const [path] = positionals
  if (!path || positionals.length > 1 || !values.key || !values.out) return fail(words.usage)
  const [paper, keyFile] = [await read(path), await read(values.key)]
  if (!paper || !keyFile) return fail(`${words.cannotRead} ${paper ? values.key : path}.`)
  const { reason, timestamps } = values
  try {
    const key = await openKeyFile(keyFile, process.env['PHOIHOP_KEY_PASSWORD'] ?? '')
    const more = { ...(reason ? { reason } : {}), ...(timestamps ? { timestamps } : {}) }
    const signed = await signPdf(paper, { key, at: new Date(), ...more })
    if (whyNotSignedCopy(paper, signed) !== null) return fail(words.failed)
    await writeFile(values.out, signed, { flag: 'wx' })
    console.log(`${words.signed} ${values.out}`)
  } catch (error) {
    fail(sentenceOf(error))
  }
}

const read = async (path: string): Promise<Uint8Array | null> =>
  readFile(path).then(
    bytes => new Uint8Array(bytes),
    () => null,
  )

const sentenceOf = (error: unknown): string => {
  if (error instanceof NotSigned) return words[error.code]
  return (error as { code?: string }).code === 'EEXIST' ? words.outExists : words.failed
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = NOT_SIGNED
}
