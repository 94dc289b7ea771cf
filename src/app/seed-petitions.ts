import type { Json } from '../engine/db/database.ts'
import { type Engine, runCommand } from '../engine/runner.ts'
import { CODE_SIGNS } from '../features/petitions/contract.ts'
import { type IsoDate, vietnamDate } from '../kernel/dates.ts'
import { newId } from '../kernel/ids.ts'
import { onDay } from './on-day.ts'
import { readSample } from './samples.ts'
import type { People } from './seed-people.ts'
import type { Places } from './seed-places.ts'

type Fields = { [key: string]: Json }
type StepSample = Fields & { command: string; by?: string; day: IsoDate }
type PetitionSample = Fields & {
  place: string
  receivedOn: IsoDate
  /** The end of the path of the clause it serves. */
  clause?: string
  share?: IsoDate
  steps: StepSample[]
}
type Sample = {
  routes: (Fields & { place?: string })[]
  petitions: PetitionSample[]
  referrals: (Fields & { day: IsoDate })[]
}
type Ground = { engine: Engine; people: People; places: Places; programmeId: string }

/** What the people of the fictional province have said, as far as the year has come: taken down, sent on, answered, checked. */
export async function loadPetitions(engine: Engine, people: People, places: Places, programmeId: string): Promise<void> {
  const ground = { engine, people, places, programmeId }
  const sample = await readSample<Sample>('kien-nghi.json')
  const today = vietnamDate(engine.now())
  const [lan, administrator] = [people.actors.get('lan')!, people.actors.get('quantri.mttq')!]
  for (const { place, ...route } of sample.routes) {
    const input = { routeId: newId(), ...route, placeId: place ? places.get(place)! : null }
    await runCommand(engine, administrator, { commandId: newId(), name: 'petitions.set-route', input })
  }
  for (const one of sample.petitions.filter(({ receivedOn }) => receivedOn <= today)) await loadPetition(ground, one, today)
  for (const referral of sample.referrals.filter(({ day }) => day <= today))
    await onDay(engine, referral.day)(lan, 'petitions.note-referral', { referralId: newId(), ...referral })
}

async function loadPetition({ engine, people, places, programmeId }: Ground, sample: PetitionSample, today: IsoDate) {
  const { place, clause, share, steps, ...fields } = sample
  const who = (username: string) => people.actors.get(username)!
  const petitionId = newId()
  const serves = clause ? { programmeId, ...(await clauseEnding(engine, programmeId, clause)) } : {}
  const input = { petitionId, code: codeOf(petitionId), placeId: places.get(place)!, ...fields, ...serves }
  await onDay(engine, fields.receivedOn)(who('lan'), 'petitions.record-petition', input)
  let version = 1
  for (const { command, by = 'lan', ...step } of steps.filter(({ day }) => day <= today)) {
    await onDay(engine, step.day)(who(by), `petitions.${command}`, { petitionId, version, stepId: newId(), ...step })
    version += 1
  }
  if (share && share <= today) await onDay(engine, share)(who('minh'), 'petitions.share-petition', { petitionId, version })
}

async function clauseEnding(engine: Engine, programmeId: string, end: string): Promise<{ clausePath?: string }> {
  const row = await engine.database.read('system', db =>
    db
      .selectFrom('clause')
      .select('path')
      .where('programme_id', '=', programmeId)
      .where('path', 'like', `%/${end}`)
      .executeTakeFirst(),
  )
  return row ? { clausePath: row.path } : {}
}

/** A slip code out of the last signs of an id. */
const codeOf = (id: string): string =>
  Array.from(id.replaceAll('-', '').slice(-12), sign => CODE_SIGNS[Number.parseInt(sign, 16)]).join('')
