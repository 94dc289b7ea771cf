import { Readable } from 'node:stream'
import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand } from '../engine/runner.ts'
import { MAX_FILE_BYTES } from '../formats/source.ts'
import type { IsoDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'

export type SendOnDay = (actor: Actor, name: string, input: Json) => Promise<Json>

/** Sends commands as on the afternoon of a day, or now where that day is still to come. */
export function onDay(engine: Engine, day: IsoDate): SendOnDay {
  const moment = new Date(`${day}T09:00:00Z`)
  const then = { ...engine, now: () => (moment < engine.now() ? moment : engine.now()) }
  return (actor, name, input) => runCommand(then, actor, { commandId: newId(), name, input })
}

/** A page of text handed in by somebody. Returns the file's id. */
export async function keepPage(engine: Engine, actor: Actor, send: SendOnDay, name: string, text: string): Promise<string> {
  const stored = await engine.files.put(Readable.from([Buffer.from(text)]), MAX_FILE_BYTES)
  const fileId = newId()
  await send(actor, 'files.keep-upload', { fileId, ...stored, name, mediaType: 'text/plain' })
  return fileId
}
