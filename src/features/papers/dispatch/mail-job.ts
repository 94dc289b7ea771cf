import { z } from 'zod'
import type { JobGround } from '../../../engine/feature.ts'
import type { Job } from '../../../engine/jobs.ts'
import type { Fate, MailFile } from '../../../engine/mail/mail-door.ts'
import { fill } from '../../../ui/messages/catalogue.ts'
import { papers as words } from '../../../ui/messages/vi/papers.ts'
import { bytesOf } from '../keep-copy.ts'
import { copiesOf, getPaper, originalsOf } from '../store.ts'
import { namedOriginals, titleOf } from '../words.ts'
import { getDispatch } from './store.ts'

export const MAIL_JOB = 'papers.mail'
const noteResult = z.looseObject({ fate: z.string().nullable() })
const dispatched = z.strictObject({ dispatchId: z.guid() })

/** How often the server is asked before the clerk is told. */
export const MOST_TRIES = 6

/** Sends the originals of a paper as attachments. The door is asked first whether an earlier run has sent it already. */
export const mailPapers = (ground: JobGround): Job => ({
  name: MAIL_JOB,
  retries: MOST_TRIES - 1,
  run: async data => {
    const { dispatchId } = dispatched.parse(data)
    const letter = await ground.read(async db => {
      const dispatch = await getDispatch(db, dispatchId)
      const paper = await getPaper(db, dispatch.paperId)
      return { dispatch, paper, originals: namedOriginals(paper, originalsOf(await copiesOf(db, paper.id))) }
    })
    const { dispatch, paper, originals } = letter
    if (dispatch.fate !== null) return
    const earlier = await ground.mail.fateOf(dispatchId)
    const note = async (fate: Fate) =>
      noteResult.parse(await ground.run('papers.note-mailed', { dispatchId, version: dispatch.version, fate }))
    if (earlier !== 'sent' && paper.state !== 'issued') {
      // What was recalled meanwhile goes nowhere any more.
      await note('not-sent')
      return
    }
    const title = titleOf(paper)
    const files: MailFile[] = []
    for (const { name, sha256 } of originals)
      files.push({ name, mediaType: 'application/pdf', bytes: await bytesOf(ground.files, sha256) })
    const text = fill(words['papers.mail-text'], { title, to: dispatch.toName })
    const fate =
      earlier === 'sent' ? earlier : await ground.mail.send({ id: dispatchId, to: dispatch.mailTo!, subject: title, text, files })
    if ((await note(fate)).fate === null) throw new Error('the paper was not sent by mail')
  },
})
