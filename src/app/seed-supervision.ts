import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand } from '../engine/runner.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'
import type { Places } from './seed-places.ts'

type Fields = { [key: string]: Json }
type StepSample = Fields & { command: string; day: IsoDate; finding?: Fields }
type Course = { planned: IsoDate; share?: IsoDate; steps: StepSample[] }
/** Of a work of the register, or of what its own fields name. */
type SupervisionSample = Fields & Course & { work?: string }
type Sample = { works: (Fields & { key: string; place: string })[]; supervisions: SupervisionSample[] }

/** Works of the fictional province and what was seen of them, as far as the year has come. */
export async function loadSupervision(engine: Engine, people: People, places: Places, programmeId: string): Promise<void> {
  const sample = await readSample<Sample>('giam-sat.json')
  const lan = people.actors.get('lan')!
  const works = new Map<string, string>()
  for (const { key, place, ...fields } of sample.works) {
    const constructionId = newId()
    works.set(key, constructionId)
    const input = { constructionId, placeId: places.get(place)!, ...fields }
    await runCommand(engine, lan, { commandId: newId(), name: 'supervision.register-construction', input })
  }
  const today = vietnamDate(engine.now())
  for (const one of sample.supervisions.filter(({ planned }) => planned <= today)) {
    const { work, planned, share, steps, ...fields } = one
    const course = share ? { planned, share, steps } : { planned, steps }
    await loadOne(engine, people, course, {
      ...fields,
      ...(work ? { objectKind: 'construction', constructionId: works.get(work)! } : {}),
      programmeId,
    })
  }
}

/** Plans one supervision and takes the steps whose day has come. */
async function loadOne(engine: Engine, people: People, { planned, share, steps }: Course, fields: Fields) {
  const today = vietnamDate(engine.now())
  const supervisionId = newId()
  const [lan, minh] = [people.actors.get('lan')!, people.actors.get('minh')!]
  await onDay(engine, planned)(lan, 'supervision.plan-supervision', { supervisionId, ...fields })
  let version = 1
  for (const { command, finding, ...step } of steps.filter(({ day }) => day <= today)) {
    const send = onDay(engine, step.day)
    await send(lan, `supervision.${command}`, { supervisionId, version, stepId: newId(), ...step })
    version += 1
    if (finding) await send(lan, 'supervision.add-finding', { findingId: newId(), supervisionId, seenOn: step.day, ...finding })
  }
  if (share && share <= today) await onDay(engine, today)(minh, 'supervision.share-supervision', { supervisionId, version })
}
