import { createPool, type Pool } from '../../engine/workers/pool.ts'
import type { Seen } from '../../formats/pades/show-signature.ts'
import type { PlacesToSign } from '../../formats/pdf/places-to-sign.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { SignedAs } from './holders.ts'
import type { Compared, PdfTask, Signed } from './pdf-worker.ts'

let pool: Pool | null = null

/** Files come from anybody: each is opened in a process apart, which is ended where it takes too long or too much. */
const desk = (): Pool =>
  (pool ??= createPool(new URL('./pdf-worker.ts', import.meta.url), {
    size: 1,
    memoryMb: 1024,
    timeoutMs: 60_000,
    idleMs: 60_000,
    tasksPerWorker: 100,
  }))

/** What the worker answers. Refuses 'file.…' where the file cannot be opened or bears a mark of secrecy. */
async function ask<T>(task: PdfTask): Promise<T> {
  try {
    return await desk().run<T>(task)
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string }
    if (name === 'Unreadable') throw new Refusal(`file.${code}`)
    if (name === 'NotSigned') throw new Refusal(`papers.key-${code}`)
    if (name === 'Damaged') throw new Refusal('file.corrupt')
    if (name === 'WorkerFailure') throw new Refusal('file.too-heavy')
    throw error
  }
}

/** How many pages a PDF has; one that was handed in is refused where it bears a mark of secrecy. */
export const lookAt = (bytes: Uint8Array, handed: boolean): Promise<{ pages: number }> => ask({ work: 'look', bytes, handed })

/** Who has signed behind the file before. Refuses 'papers.copy-…' where a file is not, bit for bit, that one with nothing but signatures added. */
export async function checkSignedCopy(before: Uint8Array, copy: Uint8Array): Promise<SignedAs[]> {
  const { wrong, added } = await ask<Compared>({ work: 'compare', before, copy })
  if (wrong !== null) throw new Refusal(`papers.copy-${wrong}`)
  return added
}

/** The file to be printed, a foot drawn on each page. */
export const printWithFeet = (bytes: Uint8Array, feet: Uint8Array): Promise<Uint8Array> => ask({ work: 'print', bytes, feet })

type Key = { keyFile: string; password: string }

/** Where a signature is seen and what it shows. */
export type Showing = Seen

/** Where number, day and the signatures of these names stand on a paper. */
export const placesToSign = (bytes: Uint8Array, names: string[]): Promise<PlacesToSign> => ask({ work: 'places', bytes, names })

/** What a signature shows; `unplaced`: it has a picture for which the paper has no place. */
export type Look = { shown: Showing[]; unplaced: boolean }

type Signing = { at: Date; reason: string } & Look

/**
 * The file with a signature by a key file (PKCS#12, base64) for each place where it is shown, else with one that is not;
 * `unseen` where some part of its look is not drawn.
 * Refuses 'papers.key-…' where the key does not open or hold.
 */
export async function signWith(key: Key, bytes: Uint8Array, { at, reason, shown, unplaced }: Signing): Promise<Signed> {
  const keyFile = new Uint8Array(Buffer.from(key.keyFile, 'base64'))
  const task = { work: 'sign', bytes, keyFile, password: key.password, at: at.getTime(), reason, shown } as const
  const { signed, unseen } = await ask<Signed>(task)
  return { signed, unseen: unseen || unplaced }
}
