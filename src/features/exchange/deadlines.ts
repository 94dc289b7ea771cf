import { question } from '../../engine/db/together.ts'
import type { Deadline, DeadlineSource } from '../../engine/feature.ts'
import { addDays, type IsoDate, yearOf } from '../../kernel/dates.ts'
import { lowered } from '../../kernel/vietnamese.ts'
import { whatWaits } from '../programmes/index.ts'
import type { Duty } from './contract.ts'
import { daysFor, dutiesBetween, type InformingProgramme, informingRows, toInforming } from './load-duties.ts'
import { standingByDuty } from './matrix.ts'
import { listPackages, type Package, packageRows, toPackage } from './store.ts'

/** What nobody has sent stays on the list this long after its day. */
const STAYS_DAYS = 180

/** What we owe, what was sent to us and waits for its receipt, and what of theirs or of ours waits for them. */
export const exchangeDeadlines: DeadlineSource = {
  kind: 'package',
  ask: ({ db, acting, today }, until) => {
    if (typeof acting === 'string') return null
    const own = acting.bodyId
    return question({ ...informingRows(db), packages: packageRows(db) }, async rows => {
      const programmes = toInforming(rows)
      if (programmes.length === 0) return []
      const since = addDays(today, -STAYS_DAYS)
      const years = yearsAround(since, until)
      const days = await daysFor(db, years)
      const standing = standingByDuty(rows.packages.map(toPackage))
      const names = new Map(rows.parties.map(party => [party.body_id, party.short_name]))
      return programmes.flatMap(programme => {
        const about = { programme, names, own, today }
        const duties = years.flatMap(year => dutiesBetween(programme, year, days, own))
        return [
          ...duties
            .filter(duty => duty.dueOn >= since && duty.dueOn <= until)
            .flatMap(duty => unsentLine(duty, standing.get(duty.key), about) ?? []),
          ...[...standing.values()].filter(one => one.programmeId === programme.id).flatMap(one => sentLine(one, about) ?? []),
        ]
      })
    })
  },
}

/** Inside the own side: packages that wait for the head of the unit or the leader, and those that were sent back. */
export const clearanceDeadlines: DeadlineSource = {
  kind: 'package-clearance',
  ask: context =>
    whatWaits(context, 'package', async waiting => {
      const drafts = new Map((await listPackages(context.db)).filter(one => one.state === 'draft').map(one => [one.id, one]))
      return waiting.flatMap(({ id, subjectId, programmeId, state, dueOn }) => {
        const found = drafts.get(subjectId)
        if (!found) return []
        const back = state === 'returned'
        return {
          kind: 'package-clearance',
          personal: true,
          id,
          programmeId,
          title: back ? `Sửa thông tin ${lowered(found.label)} theo ý kiến chỉ đạo` : `Duyệt thông tin ${lowered(found.label)}`,
          context: '',
          address: `/trao-doi/${subjectId}`,
          dueOn: dueOn ?? found.dueOn,
          waits: 'us',
          role: 'lead',
          step: back ? 'open-package' : 'approve-package',
        }
      })
    }),
}

/** The report year of a day can be the year after its own. */
function yearsAround(since: IsoDate, until: IsoDate): number[] {
  const [first, last] = [yearOf(since) - 1, yearOf(until) + 1]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

type About = { programme: InformingProgramme; names: ReadonlyMap<string, string>; own: string; today: IsoDate }
type Named = Pick<Deadline, 'id' | 'title' | 'address' | 'dueOn' | 'waits' | 'step' | 'of'>

/** What is not sent: ours to prepare, to send or to send again; theirs once its day is past. */
function unsentLine(duty: Duty, found: Package | undefined, about: About): Deadline | null {
  if (found && (found.state === 'sent' || found.state === 'received')) return null
  const ours = duty.from === about.own
  if (!ours && duty.dueOn >= about.today) return null
  const step = !ours ? 'open' : found?.state === 'draft' ? 'send-package' : found ? 'resend-package' : 'prepare-package'
  const matrix = `/trao-doi?chuong-trinh=${about.programme.id}&nam=${duty.periodKey.slice(0, 4)}`
  const address = found ? `/trao-doi/${found.id}` : ours ? `${matrix}&viec=${encodeURIComponent(duty.key)}` : matrix
  const title = titleOf(duty, about)
  const of = found?.state === 'draft' ? { of: { kind: 'package', id: found.id } } : {}
  return lineOf(about, { ...of, id: duty.key, title, address, dueOn: duty.dueOn, waits: ours ? 'us' : 'them', step })
}

/** What is sent waits for its receipt on the same day. */
function sentLine(found: Package, about: About): Deadline | null {
  if (found.state !== 'sent' || !found.sentOn) return null
  const ours = found.to === about.own
  const address = `/trao-doi/${found.id}`
  const named = { id: found.id, title: titleOf(found, about), address, dueOn: found.sentOn }
  return lineOf(about, { ...named, waits: ours ? 'us' : 'them', step: ours ? 'receive-package' : 'open-package' })
}

const titleOf = ({ from, to, label }: { from: string; to: string; label: string }, { names, own }: About): string =>
  from === own
    ? `Thông tin ${lowered(label)} gửi ${names.get(to) ?? ''}`
    : `Thông tin ${lowered(label)} của ${names.get(from) ?? ''}`

const lineOf = ({ programme }: About, named: Named): Deadline => ({
  kind: 'package',
  programmeId: programme.id,
  context: programme.number ?? programme.title,
  role: named.waits === 'us' ? 'lead' : 'support',
  ...named,
})
