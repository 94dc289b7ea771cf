import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand, runQuery } from '../engine/runner.ts'
import { type DraftView, openAsks } from '../features/programmes/index.ts'
import { MAX_FILE_BYTES } from '../formats/source.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { samplesDir } from './samples.ts'
import type { People } from './seed-people.ts'

const SAMPLE = 'chuong-trinh.txt'
const PATIENCE_MS = 60_000
const LOOK_AGAIN_MS = 50

/** Imports the sample programme through the same commands as everybody, as an officer of its lead would. Returns its id. */
export async function loadProgramme(engine: Engine, people: People): Promise<string> {
  const officer = people.actors.get('lan')!
  const draft = await importAndAnswer(engine, officer, { name: SAMPLE, bytes: createReadStream(join(samplesDir, SAMPLE)) })
  const programmeId = newId()
  await runCommand(engine, officer, { commandId: newId(), name: 'programmes.accept-draft', input: { ...draft, programmeId } })
  return programmeId
}

/** Hands a file in, waits until it is read and takes every proposal: a draft that can be accepted. */
export async function importAndAnswer(
  engine: Engine,
  officer: Actor,
  file: { name: string; bytes: Readable },
): Promise<{ draftId: string; version: number }> {
  const send = (name: string, input: Json) => runCommand(engine, officer, { commandId: newId(), name, input })
  const fileId = newId()
  const stored = await engine.files.put(file.bytes, MAX_FILE_BYTES)
  await send('files.keep-upload', { fileId, ...stored, name: file.name, mediaType: 'text/plain' })
  const draftId = newId()
  await send('programmes.start-import', { draftId, fileId })
  await readingDone(engine, officer, draftId)
  await answerAll(engine, officer, draftId, send)
  const { version } = await draftOf(engine, officer, draftId)
  return { draftId, version }
}

const draftOf = async (engine: Engine, officer: Actor, draftId: string) =>
  (await runQuery(engine, officer, 'programmes.draft', { draftId })) as DraftView

async function readingDone(engine: Engine, officer: Actor, draftId: string): Promise<void> {
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_AGAIN_MS) {
    const { state, failure } = await draftOf(engine, officer, draftId)
    if (state === 'read') return
    if (state !== 'reading') throw new Error(`the sample programme was not read: ${failure ?? state}`)
    await sleep(LOOK_AGAIN_MS)
  }
  throw new Error('the sample programme was not read in time')
}

/** Takes what is proposed for everything that is asked; the sample leaves nothing without a proposal. */
async function answerAll(
  engine: Engine,
  officer: Actor,
  draftId: string,
  send: (name: string, input: Json) => Promise<Json>,
): Promise<void> {
  for (;;) {
    const { reading, version } = await draftOf(engine, officer, draftId)
    const mend = reading ? openAsks(reading).find(ask => ask.proposal)?.proposal : null
    if (!mend) return
    await send('programmes.mend-reading', { draftId, version, mend })
  }
}
