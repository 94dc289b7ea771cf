import { serve } from '../../engine/workers/serve.ts'
import { pagesOf } from '../../formats/pades/pages.ts'
import { Pdf } from '../../formats/pades/pdf.ts'
import { readFile } from '../../formats/read-file.ts'
import { Unreadable } from '../../formats/source.ts'
import { refuseSecret } from '../programmes/index.ts'

export type PdfTask = { work: 'look'; bytes: Uint8Array; handed: boolean }

serve({
  async answer({ bytes, handed }: PdfTask): Promise<{ pages: number }> {
    if (handed) await refuseMarked(bytes)
    return { pages: pagesOf(Pdf.open(Buffer.from(bytes))).length }
  },
})

/** What is handed in bears no mark of secrecy; a scan and an empty page have no words to be read. */
async function refuseMarked(bytes: Uint8Array): Promise<void> {
  try {
    refuseSecret(await readFile({ name: 'a.pdf', bytes }))
  } catch (error) {
    if (!(error instanceof Unreadable && (error.code === 'scan' || error.code === 'empty'))) throw error
  }
}
