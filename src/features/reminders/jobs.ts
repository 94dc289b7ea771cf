import type { DeadlineSource, JobGround } from '../../engine/feature.ts'
import { findDeadlines } from '../../engine/find-deadlines.ts'
import type { Job } from '../../engine/jobs.ts'
import type { Fate } from '../../engine/mail/mail-door.ts'
import type { QueryContext } from '../../engine/query.ts'
import { addDays, type IsoDate, vietnamDate, vietnamTime } from '../../kernel/dates.ts'
import { newId } from '../../kernel/ids.ts'
import type { Actor } from '../../kernel/permissions.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Notice, Settings } from './contract.ts'
import { writeDigest } from './digest.ts'
import { isQuiet, isTimeToTell, noticesDue } from './rules.ts'
import { escalationOf, hasDigest, linesOf, listOpenDigests, listReminded, type OpenDigest, settingsOf, toldTo } from './store.ts'

const EVERY_MINUTES = 15

/**
 * Tells each person once a day what has become due. A digest is claimed, its letter sent, its fate noted, each by itself: whatever
 * dies in between, the next run settles what was claimed and never tells it again.
 */
export const remind = (ground: JobGround, sources: readonly DeadlineSource[]): Job => {
  // Whom this process has looked at today, so that the quarter hours after cost nothing.
  const looked = new Map<string, IsoDate>()
  return {
    name: 'reminders.run',
    everyMinutes: EVERY_MINUTES,
    run: async (_data, signal) => {
      for (const digest of await ground.read(listOpenDigests)) if (!signal.aborted) await takeUp(ground, digest).catch(note)
      for (const { actor, settings } of await ground.read(db => listReminded(db, vietnamDate(ground.now())))) {
        const [today, time] = [vietnamDate(ground.now()), vietnamTime(ground.now())]
        if (signal.aborted || !isTimeToTell(settings, time) || looked.get(actor.accountId) === today) continue
        const done = await remindOne(ground, sources, actor, settings).then(() => true, note)
        if (done) looked.set(actor.accountId, today)
      }
    },
  }
}

/** One person's trouble keeps nobody else from being told; the next run tries again. */
function note(error: unknown): false {
  console.error('reminders.run:', error)
  return false
}

async function remindOne(ground: JobGround, sources: readonly DeadlineSource[], actor: Actor, settings: Settings): Promise<void> {
  const { notices, today } = await ground.readAs(actor, context => findNotices(context, sources, actor, settings))
  if (notices.length === 0) return
  const [id, to] = [newId(), settings.byMail ? settings.address : null]
  const { accountId } = actor
  const claim = { digestId: id, accountId, day: today, address: to, inApplication: settings.inApplication, notices }
  if (!(await unlessTaken(ground.run('reminders.claim-digest', claim))) || to === null) return
  await settle(ground, id, await deliver(ground, { id, day: today, to }))
}

async function findNotices(
  context: QueryContext,
  sources: readonly DeadlineSource[],
  actor: Actor,
  settings: Settings,
): Promise<{ notices: Notice[]; today: IsoDate }> {
  const { db, today } = context
  if (await hasDigest(db, actor.accountId, today)) return { notices: [], today }
  const deadlines = await findDeadlines(context, sources, addDays(today, Math.max(0, ...settings.daysBefore)))
  const told = await toldTo(db, actor.accountId)
  const escalateAfter = actor.roles.includes('leader') ? (await escalationOf(db, actor.bodyId)).days : null
  return { notices: noticesDue(deadlines, settings, today, told, escalateAfter), today }
}

/** A digest that an earlier run left open: the door is asked first what became of its letter. */
async function takeUp(ground: JobGround, digest: OpenDigest): Promise<void> {
  const fate = digest.state === 'waiting' ? 'not-sent' : await ground.mail.fateOf(digest.id)
  if (fate !== 'not-sent') return settle(ground, digest.id, fate)
  if (await isQuietFor(ground, digest.accountId)) return
  if (digest.state === 'waiting' && !(await unlessTaken(ground.run('reminders.reclaim-digest', { digestId: digest.id })))) return
  await settle(ground, digest.id, await deliver(ground, digest))
}

/** What was chosen may have changed since; who has chosen nothing gets no letters. */
async function isQuietFor(ground: JobGround, accountId: string): Promise<boolean> {
  const { settings } = await ground.read(db => settingsOf(db, { accountId, roles: [] }))
  return isQuiet(settings, vietnamTime(ground.now()))
}

async function deliver(ground: JobGround, { id, day, to }: Pick<OpenDigest, 'id' | 'day' | 'to'>): Promise<Fate> {
  const lines = await ground.read(db => linesOf(db, id))
  return ground.mail.send({ id, to, ...writeDigest(lines, day, ground.siteUrl) })
}

async function settle(ground: JobGround, digestId: string, fate: Fate): Promise<void> {
  await unlessTaken(ground.run('reminders.settle-digest', { digestId, fate }))
}

/** False where another process was quicker. */
async function unlessTaken(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if (error instanceof Refusal && error.code === 'changed-meanwhile') return false
    throw error
  }
}
