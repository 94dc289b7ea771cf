import type { ReadDb } from '../../engine/db/database.ts'
import { question } from '../../engine/db/together.ts'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import { addDays, type IsoDate, vietnamDate } from '../../kernel/dates.ts'
import { lowered } from '../../kernel/vietnamese.ts'
import {
  actOfJson,
  actsAround,
  PAPER_SUBJECTS,
  type PaperAct,
  type PaperSubjectKind,
  type Party,
  postalPartiesOf,
} from '../programmes/index.ts'
import { type Exchanged, exchangedAbout, type StepStanding, stepsOf } from './standing.ts'
import { getPostable } from './subjects.ts'
import { type SubjectTitle, titlesOf } from './titles.ts'

/** What was recorded or contested stays on the list so long. */
const STAYS_DAYS = 60

/** Letters to send, answers that are waited for or urged, what was contested, and what was recorded in the own body's name. */
export const postDeadlines: DeadlineSource = {
  kind: 'post',
  ask: ({ db, acting, today }) => {
    if (typeof acting === 'string') return null
    const own = acting.bodyId
    return question({ ...openSubjects(db), around: actsAround(db, own) }, async ({ around, ...open }) => {
      const since = addDays(today, -STAYS_DAYS)
      const acts = around.map(actOfJson).filter(act => vietnamDate(act.recordedAt) >= since)
      const letters = await lettersOf(db, subjectsOf(open), { own, today })
      return [...letters, ...(await contestedLines(db, acts, own)), ...recordedLine(acts, own)]
    })
  },
}

type Open = { kind: PaperSubjectKind; id: string; programmeId: string }
type Asking = { own: string; today: IsoDate }

/** Only programmes with another party by post are looked into. */
async function lettersOf(db: ReadDb, subjects: readonly Open[], asking: Asking): Promise<Deadline[]> {
  const lines: Deadline[] = []
  const byProgramme = Map.groupBy(subjects, one => one.programmeId)
  const postal = await postalPartiesOf(db, [...byProgramme.keys()])
  for (const [programmeId, open] of byProgramme) {
    const others = (postal.get(programmeId) ?? []).filter(party => party.bodyId !== asking.own)
    if (others.length === 0) continue
    const named = open.map(({ kind, id }) => ({ kind, subjectId: id }))
    const titles = await titlesOf(db, named)
    for (const one of open) lines.push(...(await linesOf(db, { ...one, postal: others, about: titles.get(one.id)! }, asking)))
  }
  return lines
}

type Subject = Open & { postal: readonly Party[]; about: SubjectTitle }

async function linesOf(db: ReadDb, { kind, id, programmeId, postal, about }: Subject, asking: Asking): Promise<Deadline[]> {
  const subject = await getPostable(db, kind, id)
  const exchanged = await exchangedAbout(db, kind, id)
  const lines: Deadline[] = []
  for (const { bodyId, shortName } of postal) {
    const steps = stepsOf(await subject.outgoing(bodyId), exchanged, { from: asking.own, to: bodyId })
    const open = agreedBy(bodyId, exchanged) ? steps.filter(one => one.step === 'lines') : steps
    for (const one of open) {
      const returned = isReturned(one, bodyId, exchanged)
      const todo = lineOf(
        { ...one, returned },
        { name: shortName, about: one.step === 'lines' ? linesAbout(about) : lowered(about.title) },
        asking,
      )
      const place = { programmeId, context: about.programme, address: about.address, role: 'lead' as const }
      if (todo) lines.push({ kind: 'post', id: `${id}-${bodyId}-${one.step}`, ...place, ...todo })
    }
  }
  return lines
}

const agreedBy = (bodyId: string, { acts }: Exchanged): boolean =>
  acts.some(act => act.bodyId === bodyId && act.act === 'agree' && act.contested === null && !act.withdrawn)

const linesAbout = ({ title }: SubjectTitle): string => `đề nghị điều chỉnh ${lowered(title)}`

/** The last that its papers say of exactly this is that it comes back. */
const isReturned = ({ digest }: StepStanding, bodyId: string, { acts }: Exchanged): boolean =>
  acts.findLast(act => act.bodyId === bodyId && act.digest === digest && act.contested === null && !act.withdrawn)?.act ===
  'return'

type Todo = StepStanding & { returned: boolean }

/** Not sent yet; waited for; waited for too long; sent back. Nothing once it is answered otherwise. */
function lineOf({ letter, waits, returned }: Todo, { name, about }: { name: string; about: string }, { today }: Asking) {
  if (returned) return { title: `${name} trả lại: ${about}`, dueOn: null, waits: 'us' as const, step: 'step.see-returned' }
  if (!letter)
    return { title: `Gửi ${name} bằng văn bản giấy: ${about}`, dueOn: null, waits: 'us' as const, step: 'step.send-by-post' }
  if (!waits) return null
  const dueOn = waits.urgeOn
  return dueOn <= today
    ? { title: `Đôn đốc ${name} trả lời: ${about}`, dueOn, waits: 'us' as const, step: 'step.urge-by-post' }
    : { title: `Chờ văn bản trả lời của ${name}: ${about}`, dueOn, waits: 'them' as const, step: 'step.record-paper' }
}

/** Plans under negotiation, what else is proposed to the parties, packages that were sent. */
function openSubjects(db: ReadDb) {
  const asked = db.selectFrom('plan_proposal').select('plan_id').where('state', '=', 'shared')
  return {
    plan: db
      .selectFrom('plan')
      .select(['id', 'programme_id'])
      .where(on => on.or([on('state', '=', 'draft'), on.and([on('state', '=', 'agreed'), on('id', 'in', asked)])]))
      .orderBy('state', 'desc'),
    review: db.selectFrom('review').select(['id', 'programme_id']).where('state', '=', 'proposed'),
    package: db.selectFrom('exchange_package').select(['id', 'programme_id']).where('state', '=', 'sent'),
    amendment: db.selectFrom('amendment').select(['id', 'programme_id']).where('state', '=', 'shared'),
    indicator: db.selectFrom('working_indicator').select(['id', 'programme_id']).where('state', '=', 'proposed'),
    meeting: db.selectFrom('meeting').select(['id', 'programme_id']).where('state', '=', 'proposed'),
    request: db.selectFrom('exchange_request').select(['id', 'programme_id']).where('state', '=', 'proposed'),
    'own-kind': db.selectFrom('own_kind').select(['id', 'programme_id']).where('state', '=', 'proposed'),
  } satisfies Record<PaperSubjectKind, unknown>
}

type OpenRow = { id: string; programme_id: string }

const subjectsOf = (open: Record<PaperSubjectKind, readonly OpenRow[]>): Open[] =>
  PAPER_SUBJECTS.flatMap(kind => open[kind].map(({ id, programme_id }) => ({ kind, id, programmeId: programme_id })))

/** The side that recorded a paper hears that its body contests it. */
async function contestedLines(db: ReadDb, acts: readonly PaperAct[], own: string): Promise<Deadline[]> {
  const contested = acts.filter(act => act.recordedBody === own && act.contested && !act.withdrawn)
  const titles = await titlesOf(db, contested)
  return contested.flatMap(act => {
    const about = titles.get(act.subjectId)
    if (!about) return []
    return {
      kind: 'post-contested',
      id: act.id,
      programmeId: act.programmeId,
      title: `Bị phản đối: văn bản số ${act.paper.number} về ${lowered(about.title)}`,
      context: about.programme,
      address: about.address,
      dueOn: null,
      waits: 'us' as const,
      role: 'lead' as const,
      step: 'step.see-contested',
    }
  })
}

/** One line for everything that others have recorded in the own body's name. */
function recordedLine(acts: readonly PaperAct[], own: string): Deadline[] {
  const inOurName = acts.filter(act => act.bodyId === own && !act.contested && !act.withdrawn)
  if (inOurName.length === 0) return []
  return [
    {
      kind: 'post-recorded',
      id: own,
      title: `${inOurName.length} văn bản đã ghi thay cơ quan mình`,
      context: 'Xem lại; nếu không đúng thì phản đối',
      address: '/ghi-thay',
      dueOn: null,
      waits: 'us',
      role: 'lead',
      step: 'step.see-recorded',
    },
  ]
}
