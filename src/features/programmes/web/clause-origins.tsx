import { citeClause } from '../../../kernel/cite-clause.ts'
import { Go } from '../../../ui/components/address.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { Programme } from './programme-page.tsx'

/** Which clauses of programmes that were merged go on in this one. */
export function ClauseOrigins({ origins, path }: Pick<Programme, 'origins'> & { path: string }) {
  return origins
    .filter(one => one.path === path)
    .map(({ fromProgramme, from, fromPath }) => (
      <p key={`${fromProgramme} ${fromPath}`} className="quiet small">
        <Go to={`/chuong-trinh/${fromProgramme}#${encodeURIComponent(fromPath)}`}>
          {t('programmes.clause-from', { clause: citeClause(fromPath), cited: from })}
        </Go>
      </p>
    ))
}
