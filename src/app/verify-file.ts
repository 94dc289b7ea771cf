import { readdir, readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createPool } from '../engine/workers/pool.ts'
import { readCertificates } from '../formats/pades/read-certificates.ts'
import type { JudgedSignature, Judgement } from '../formats/pades/verdict.ts'
import { MAX_FILE_BYTES } from '../formats/source.ts'
import { files } from '../ui/messages/vi/files.ts'
import { changes, integrities, notes, trusts, words } from '../ui/messages/vi/signatures.ts'

const NO_PDF = 2
const LIMITS = { size: 1, memoryMb: 1500, timeoutMs: 60_000 }

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
  const pool = createPool(new URL('./verify-worker.ts', import.meta.url), LIMITS)
  try {
    const issuers = values.trust ? await readIssuers(values.trust) : []
    const list = { issuers, bodies: [], now: new Date() }
    const judgement = await pool.run<Judgement>({ path: resolve(path), list })
    process.stdout.write(`${values.json ? JSON.stringify(asJson(judgement), null, 2) : asTable(judgement)}\n`)
  } catch (error) {
    fail(sentenceOf(error))
  } finally {
    await pool.close()
  }
}

/** Certificates of trusted issuers out of a file, or out of all files of a folder. */
const readIssuers = async (path: string): Promise<Uint8Array[]> => {
  const names = (await stat(path)).isDirectory() ? (await readdir(path)).map(name => join(path, name)) : [path]
  return (await Promise.all(names.map(name => readFile(name)))).flatMap(readCertificates)
}

const sentenceOf = (error: unknown): string => {
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'WorkerFailure') return files['file.too-heavy']
  if (code === 'unknown-format') return words.noPdf
  return code === 'password' || code === 'empty' ? files[`file.${code}`] : files['file.corrupt']
}

const asJson = ({ integrity, signatures, order }: Judgement) => ({
  integrity,
  signatures: signatures.map(one => ({
    ...one,
    kind: undefined,
    changesAfter: one.changesAfter.map(change => changes[change]),
  })),
  order,
})

const asTable = ({ integrity, signatures, order }: Judgement): string => {
  const turned = order
    .filter(one => one.personThenSeal === false)
    .map(one => `${words.sealFirst}: ${one.party ?? words.nameless}`)
  const each = signatures.map((one, i) => `\n${i + 1}. ${linesOf(one).join('\n   ')}`)
  return [integrities[integrity], ...each, ...(turned.length ? ['', ...turned] : [])].join('\n')
}

const linesOf = (one: JudgedSignature): string[] => [
  [one.name ?? words.nameless, one.organization].filter(Boolean).join(', '),
  integrities[one.integrity],
  `${words.claimedTime}: ${one.claimedTime ?? '–'}`,
  ...(one.timestamp ? [`${words.timestamp}: ${one.timestamp.time} (${one.timestamp.by})`] : []),
  trusts[one.trust],
  ...one.changesAfter.map(change => `${words.afterwards}: ${changes[change]}`),
  ...one.notes.map(note => notes[note]),
]

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = NO_PDF
}
