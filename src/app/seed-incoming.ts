import { Readable } from 'node:stream'
import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand } from '../engine/runner.ts'
import { type IssuingBody, letterPaper, renderPdf } from '../features/documents/index.ts'
import { MAX_FILE_BYTES } from '../formats/source.ts'
import type { IsoDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { readSample } from './samples.ts'

type Came = {
  fileName: string
  arrivedOn: IsoDate
  /** Whether the clerk has entered it in the register already. */
  registered: boolean
  number: string
  date: IsoDate
  about: string
  issuer: IssuingBody
  text: string[]
}

/** Letters from bodies outside the site: each with its file, whose words are read; one waits to be entered in the register. */
export async function loadIncoming(engine: Engine, clerk: Actor): Promise<void> {
  for (const came of await readSample<Came[]>('van-ban-den.json')) await loadOne(engine, clerk, came)
}

async function loadOne(engine: Engine, clerk: Actor, came: Came): Promise<void> {
  const moment = new Date(`${came.arrivedOn}T03:00:00Z`)
  const now = moment < engine.now() ? moment : engine.now()
  const send = (name: string, input: Json) =>
    runCommand({ ...engine, now: () => now }, clerk, { commandId: newId(), name, input })
  const bytes = await renderPdf(paperOf(came))
  const stored = await engine.files.put(Readable.from([Buffer.from(bytes)]), MAX_FILE_BYTES)
  const fileId = newId()
  await send('files.keep-upload', { fileId, ...stored, name: came.fileName, mediaType: 'application/pdf' })
  await send('papers.read-file', { readingId: newId(), fileId })
  if (!came.registered) return
  const { issuer, number, date, about } = came
  const said = { issuer: issuer.name, cited: `${number}/${issuer.symbol}`, dated: date, kind: 'CV', subject: about }
  await send('papers.register-incoming', { incomingId: newId(), arrivedOn: came.arrivedOn, fileId, ...said })
}

const paperOf = ({ issuer, date, number, about, text }: Came) =>
  letterPaper(
    { bodies: [issuer], day: date, number, date },
    {
      about: `${about.charAt(0).toLowerCase()}${about.slice(1)}`,
      addressees: ['Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Sơn Hà'],
      blocks: text.map(one => ({ kind: 'paragraph', runs: [{ text: one }] })),
    },
  )
