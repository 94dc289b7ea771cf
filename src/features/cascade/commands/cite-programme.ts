import { command } from '../../../engine/command.ts'
import { personOf } from '../../../kernel/permissions.ts'
import { refuseIf } from '../../../kernel/refusal.ts'
import { getProgramme } from '../../programmes/index.ts'
import { citeInput } from '../citing/contract.ts'
import { whyNotCite } from '../citing/rules.ts'
import { citedImport, citedProgramme, programmesAbove } from '../citing/store.ts'
import { WORK } from '../rules.ts'

/** Cites the programme above from this site, or from an imported paper; the parties of the cited one see which clauses carry out theirs. */
export const citeProgramme = command({
  name: 'cascade.cite-programme',
  permission: WORK,
  input: citeInput,
  run: async ({ tx, acting, now, today }, { upperId, programmeId, level, source }) => {
    await getProgramme(tx, programmeId)
    const cites = source.kind === 'programme' ? source.id : null
    const { title, number, issuer, clauses } = cites ? await citedProgramme(tx, cites, today) : await citedImport(tx, source.id)
    if (cites) refuseIf(whyNotCite({ source: cites, programmeId, above: await programmesAbove(tx, cites) }))
    const by = { source_programme: cites, created_by: personOf(acting).accountId, created_at: now }
    await tx
      .insertInto('parent_text')
      .values({ id: upperId, programme_id: programmeId, level, title, number, issuer, clauses: JSON.stringify(clauses), ...by })
      .execute()
    const detail = { level, clauses: clauses.length, source }
    return { result: { upperId, version: 1 }, audit: { kind: 'parent', id: upperId, programme: programmeId, detail } }
  },
})
