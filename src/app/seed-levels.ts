import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand } from '../engine/runner.ts'
import { newId } from '../kernel/ids.ts'
import type { Actor } from '../kernel/permissions.ts'
import { samplesDir } from './samples.ts'
import { sureLinks } from './seed-cascade.ts'
import type { People } from './seed-people.ts'
import { importAndAnswer } from './seed-programme.ts'

const SAMPLE = 'chuong-trinh-cap-xa.txt'

/** The programme of a commune, which cites that of the province: from there a clause is followed up to the centre and down again. */
export async function loadLevels(engine: Engine, people: People, aboveId: string, commune: Actor): Promise<void> {
  const send = (actor: Actor | 'system', name: string, input: Json) =>
    runCommand(engine, actor, { commandId: newId(), name, input })
  for (const leader of ['minh', 'hoa'])
    await send(people.actors.get(leader)!, 'cascade.open-below', { openingId: newId(), programmeId: aboveId, version: 0 })
  const office = {
    name: 'Phòng Văn hóa - Xã hội xã Đăk Mây',
    shortName: 'Phòng VH-XH xã Đăk Mây',
    symbol: 'VHXH',
    place: 'Đăk Mây',
  }
  await send('system', 'agencies.create-body', { bodyId: newId(), ...office, kind: 'state' })
  const draft = await importAndAnswer(engine, commune, { name: SAMPLE, bytes: createReadStream(join(samplesDir, SAMPLE)) })
  const [programmeId, upperId] = [newId(), newId()]
  await send(commune, 'programmes.accept-draft', { ...draft, programmeId })
  const source = { kind: 'programme', id: aboveId }
  await send(commune, 'cascade.cite-programme', { upperId, programmeId, level: 'province', source })
  await send(commune, 'cascade.link-clauses', { upperId, links: await sureLinks(engine, commune, programmeId) })
}
