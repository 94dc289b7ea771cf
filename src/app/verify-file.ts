import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { factsOf, verdictOf, verifyPdf, warningsOf, whyNotJudged } from '../features/documents/index.ts'
import { readCertificates } from '../formats/pades/read-certificates.ts'
import type { JudgedSignature, Judgement } from '../formats/pades/verdict.ts'
import { MAX_FILE_BYTES } from '../formats/source.ts'
import { files } from '../ui/messages/vi/files.ts'
import { changes, words } from '../ui/messages/vi/signatures.ts'

const NO_PDF = 2

/** `phoihop verify FILE.pdf [--json]`: exit code 0 whenever the file could be judged, 2 and one sentence where it could not. */
export async function verifyFile(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, trust: { type: 'string' } },
  })
  const [path] = positionals
  if (!path || positionals.length > 1) return fail(words.usage)
  const about = await stat(path).catch(() => null)
  if (!about?.isFile()) return fail(`${words.cannotOpen} ${path}.`)
  if (about.size > MAX_FILE_BYTES) return fail(files['file.too-large'])
  try {
    const issuers = values.trust ? await readIssuers(values.trust) : []
    const list = { issuers, bodies: [], now: new Date() }
    const judgement = await verifyPdf(await readFile(path), list)
    process.stdout.write(`${values.json ? JSON.stringify(asJson(judgement), null, 2) : asTable(judgement)}\n`)
  } catch (error) {
    fail(whyNotJudged(error))
  }
}

/** Certificates of trusted issuers out of a file, or out of all files of a folder. */
const readIssuers = async (path: string): Promise<Uint8Array[]> => {
  const names = (await stat(path)).isDirectory() ? (await readdir(path)).map(name => join(path, name)) : [path]
  return (await Promise.all(names.map(name => readFile(name)))).flatMap(readCertificates)
}

const asJson = ({ integrity, signatures, order }: Judgement) => ({
  integrity,
  signatures: signatures.map(one => ({
    ...one,
    kind: undefined,
    revocation: undefined,
    changesAfter: one.changesAfter.map(change => changes[change]),
  })),
  order,
})

const asTable = (judgement: Judgement): string => {
  const each = judgement.signatures.map((one, i) => `\n${words.signature} ${i + 1}\n${linesOf(one).join('\n')}`)
  return [verdictOf(judgement), ...warningsOf(judgement), ...each].join('\n')
}

const linesOf = (one: JudgedSignature): string[] =>
  factsOf(one).flatMap(([name, value]) => (value ? [`  ${name}: ${value}`] : []))

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = NO_PDF
}
