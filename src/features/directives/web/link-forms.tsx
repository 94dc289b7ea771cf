import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import { tellUndo } from '../../movements/web/tell-undo.ts'
import type { citations } from '../queries/citations.ts'
import type { Work } from './programme-work.tsx'

type FormProps = { work: Work; close: () => void }

/** Chooses a clause of the programme that carries the document out. */
export function LinkClauseForm({ work: { directiveId, programme, clauses }, close }: FormProps) {
  const found = useAnswer<AnswerOf<typeof citations>>('directives.citations', { programmeId: programme.id })
  const link = useCommand<object>('directives.link-clause')
  const choose = async (clausePath: string | null) => {
    if (!clausePath) return
    const at = { directiveId, clausePath }
    if (!(await link.send(at))) return
    tellUndo(t('directives.linked'), 'directives.unlink-clause', at)
    close()
  }
  return (
    <div className="stack no-print">
      <Answered of={found}>
        {({ clauses: all }) => (
          <PickField
            label={t('directives.which-clause')}
            value={null}
            onChange={path => void choose(path)}
            choices={all
              .filter(clause => !clauses.some(other => other.path === clause.path))
              .map(({ path, text }) => ({ value: path, label: `${citeClause(path)}: ${text}` }))}
          />
        )}
      </Answered>
      <Problem of={link} />
      <div className="row">
        <Button onClick={close}>{t('directives.cancel')}</Button>
      </div>
    </div>
  )
}

type Known = { activities: { id: string; title: string; heldOn: string; place: string }[] }
const MOST = 2000

/** Chooses an activity that carries the document out beside those under its clauses. */
export function LinkActivityForm({ work: { directiveId, programme, activities }, close }: FormProps) {
  const found = useAnswer<Known>('activities.list', { programmeId: programme.id, limit: MOST })
  const link = useCommand<object>('directives.link-activity')
  const choose = async (activityId: string | null) => {
    if (!activityId) return
    const at = { directiveId, activityId }
    if (!(await link.send(at))) return
    tellUndo(t('directives.linked'), 'directives.unlink-activity', at)
    close()
  }
  return (
    <div className="stack no-print">
      <Answered of={found}>
        {({ activities: all }) => (
          <PickField
            label={t('directives.which-activity')}
            value={null}
            onChange={activityId => void choose(activityId)}
            choices={all
              .filter(activity => !activities.some(other => other.id === activity.id))
              .map(({ id, title, heldOn, place }) => ({ value: id, label: title, note: `${printDate(heldOn)} · ${place}` }))}
          />
        )}
      </Answered>
      <Problem of={link} />
      <div className="row">
        <Button onClick={close}>{t('directives.cancel')}</Button>
      </div>
    </div>
  )
}
