import { serve } from '../../engine/workers/serve.ts'
import { judgePdf } from '../../formats/pades/judge.ts'
import { pagesOf } from '../../formats/pades/pages.ts'
import { Pdf } from '../../formats/pades/pdf.ts'
import type { Seen } from '../../formats/pades/show-signature.ts'
import { type WhyNotSignedCopy, whyNotSignedCopy } from '../../formats/pades/signed-copy.ts'
import { NO_LIST } from '../../formats/pades/trust.ts'
import type { PlacesToSign } from '../../formats/pdf/places-to-sign.ts'
import { Unreadable } from '../../formats/source.ts'
import type { SignedAs } from './holders.ts'

/** `at` in milliseconds. The key file and its password live in the worker's memory for this task and are kept nowhere. */
export type PdfTask =
  | { work: 'look'; bytes: Uint8Array; handed: boolean }
  | { work: 'compare'; before: Uint8Array; copy: Uint8Array }
  | { work: 'sign'; bytes: Uint8Array; keyFile: Uint8Array; password: string; at: number; reason: string; shown: Seen[] }
  | { work: 'print'; bytes: Uint8Array; feet: Uint8Array }
  | { work: 'places'; bytes: Uint8Array; names: string[] }

/** `unseen`: something that was to be shown would have lain on words, and is not drawn. */
export type Signed = { signed: Uint8Array; unseen: boolean }

/** `added`: who signed what the copy has more than the file before. */
export type Compared = { wrong: WhyNotSignedCopy; added: SignedAs[] }

type Told = { pages: number } | Compared | Signed | PlacesToSign | Uint8Array

/** Each work loads its own library on first use: all are slow to load. */
serve({
  async answer(task: PdfTask): Promise<Told> {
    if (task.work === 'places') return (await import('../../formats/pdf/places-to-sign.ts')).findPlaces(task.bytes, task.names)
    if (task.work === 'print') return (await import('../../formats/pdf/print-feet.ts')).withFeet(task.bytes, task.feet)
    if (task.work === 'compare') return compare(task.before, task.copy)
    if (task.work === 'sign') return sign(task)
    if (task.handed) await refuseMarked(task.bytes)
    return { pages: pagesOf(Pdf.open(Buffer.from(task.bytes))).length }
  },
})

function compare(before: Uint8Array, copy: Uint8Array): Compared {
  const wrong = whyNotSignedCopy(before, copy)
  if (wrong !== null) return { wrong, added: [] }
  const known = judgePdf(before, NO_LIST).signatures.length
  const added = judgePdf(copy, NO_LIST).signatures.slice(known)
  return { wrong, added: added.map(({ name, organization, kind }) => ({ name, organization, kind })) }
}

/** A signature behind the paper for each place where it is shown, else one that is not; each is judged before it is handed on. */
async function sign({ bytes, keyFile, password, at, reason, shown }: Extract<PdfTask, { work: 'sign' }>): Promise<Signed> {
  const { openKeyFile, signPdf } = await import('../../formats/pades/sign.ts')
  const key = await openKeyFile(keyFile, password)
  let [paper, unseen] = [bytes, false]
  for (const seen of shown.length > 0 ? shown : [null]) {
    const sign = (where: Seen | null) => signPdf(paper, { key, at: new Date(at), reason, seen: where })
    const drawn = await sign(seen)
    // Where its picture would lie on words it is left unseen, as a verifier would rightly remark on it.
    const onWords = seen !== null && whyNotSignedCopy(paper, drawn) !== null
    const signed = onWords ? await sign(null) : drawn
    const wrong = whyNotSignedCopy(paper, signed)
    if (wrong !== null) throw new Error(`a paper that was signed here is ${wrong}`)
    paper = signed
    unseen ||= onWords
  }
  return { signed: paper, unseen }
}

/** What is handed in bears no mark of secrecy; a scan and an empty page have no words to be read. */
async function refuseMarked(bytes: Uint8Array): Promise<void> {
  const [{ readFile }, { refuseSecret }] = await Promise.all([
    import('../../formats/read-file.ts'),
    import('../programmes/index.ts'),
  ])
  try {
    refuseSecret(await readFile({ name: 'a.pdf', bytes }))
  } catch (error) {
    if (!(error instanceof Unreadable && (error.code === 'scan' || error.code === 'empty'))) throw error
  }
}
