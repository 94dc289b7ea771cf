import { makeIdentity } from '../src/formats/pades/fixtures/identity.ts'
import { signPdf } from '../src/formats/pades/fixtures/sheet.ts'
import { judgePdf } from '../src/formats/pades/judge.ts'
import { NO_LIST } from '../src/formats/pades/trust.ts'
import { renderLongPdf } from './long-pdf.ts'
import { type Row, timed, timeRow } from './table.ts'

const SIGNATURES = 6
const PAGES = 10
const ROUNDS = 20

/** A joint paper of two sides and a third: each person signs, then each seal is set. */
export async function signatureRows(): Promise<Row[]> {
  let paper: Uint8Array = renderLongPdf(PAGES)
  for (let i = 1; i <= SIGNATURES; i++) paper = await signPdf(paper, await makeIdentity({ name: `Người Ký ${i}` }), `Chữ ký ${i}`)
  const verify = async () => {
    if (judgePdf(paper, NO_LIST).integrity !== 'intact') throw new Error('the paper of the measurement is not intact')
  }
  await verify()
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(verify))
  return [timeRow(`verify ${SIGNATURES} signatures on ${PAGES} pages`, times, { by: 'p95', ms: 500 })]
}
