import { Readable } from 'node:stream'
import { command } from '../../../engine/command.ts'
import { MAX_FILE_BYTES } from '../../../formats/source.ts'
import { vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { unitOf } from '../../agencies/index.ts'
import { renderDocx } from '../../documents/index.ts'
import { openDraft } from '../../programmes/index.ts'
import { draftNextInput } from '../contract.ts'
import { nextPaper } from '../next-paper.ts'
import { loadNextPaper } from '../prepare-next.ts'
import { WORK } from '../rules.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Sets the agreed lines as the draft of the next programme and hands it to the reader, so that the own side sees its duties before
 * anything is signed. Nothing of it is in force: the signed paper is imported as every other.
 */
export const draftNext = command({
  name: 'renewal.draft-next',
  permission: WORK,
  input: draftNextInput,
  prepare: async ({ read, files, now }, asked) => {
    const loaded = await read(db => loadNextPaper(db, asked, vietnamDate(now)))
    const bytes = await renderDocx(nextPaper(loaded))
    return files.put(Readable.from([Buffer.from(bytes)]), MAX_FILE_BYTES)
  },
  run: async (context, { draftId, programmeIds, from, to }, { sha256, size }) => {
    const { tx, acting, now } = context
    const { bodyId, accountId } = personOf(acting)
    await tx
      .insertInto('blob')
      .values({ sha256, size })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    const [fileId, name] = [newId(), `du-thao-chuong-trinh-${from}-${to}.docx`]
    const by = { owner_body: bodyId, unit_id: await unitOf(tx, accountId), created_by: accountId, created_at: now }
    await tx
      .insertInto('file')
      .values({ id: fileId, sha256, size, name, media_type: DOCX, ...by })
      .execute()
    await openDraft(context, { draftId, fileId, continues: programmeIds, unsigned: true })
    const [first = draftId] = programmeIds
    return { result: { draftId }, audit: { kind: 'renewal', id: first, programme: first, detail: { draft: draftId, from, to } } }
  },
})
