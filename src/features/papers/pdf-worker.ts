import { serve } from '../../engine/workers/serve.ts'
import { pagesOf } from '../../formats/pades/pages.ts'
import { Pdf } from '../../formats/pades/pdf.ts'
import { type WhyNotSignedCopy, whyNotSignedCopy } from '../../formats/pades/signed-copy.ts'
import { Unreadable } from '../../formats/source.ts'

/** `at` in milliseconds. The key file and its password live in the worker's memory for this task and are kept nowhere. */
export type PdfTask =
  | { work: 'look'; bytes: Uint8Array; handed: boolean }
  | { work: 'compare'; before: Uint8Array; copy: Uint8Array }
  | { work: 'sign'; bytes: Uint8Array; keyFile: Uint8Array; password: string; at: number; reason: string }

/** Each work loads its own library on first use: all are slow to load. */
serve({
  async answer(task: PdfTask): Promise<{ pages: number } | { wrong: WhyNotSignedCopy } | { signed: Uint8Array }> {
    if (task.work === 'compare') return { wrong: whyNotSignedCopy(task.before, task.copy) }
    if (task.work === 'sign') return { signed: await sign(task) }
    if (task.handed) await refuseMarked(task.bytes)
    return { pages: pagesOf(Pdf.open(Buffer.from(task.bytes))).length }
  },
})

/** One more signature behind the paper; what came out is judged before it is handed on. */
async function sign({ bytes, keyFile, password, at, reason }: Extract<PdfTask, { work: 'sign' }>): Promise<Uint8Array> {
  const { openKeyFile, signPdf } = await import('../../formats/pades/sign.ts')
  const key = await openKeyFile(keyFile, password)
  const signed = await signPdf(bytes, { key, at: new Date(at), reason })
  const wrong = whyNotSignedCopy(bytes, signed)
  if (wrong !== null) throw new Error(`a paper that was signed here is ${wrong}`)
  return signed
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
