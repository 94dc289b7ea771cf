import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PickField } from '../../../ui/mantine/pick-field.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { citations } from '../queries/citations.ts'
import type { Part, Work } from './programme-work.tsx'

type FormProps = { work: Work; close: () => void }

/** Chooses a clause of the programme that carries the document out. */
export function LinkClauseForm({ work: { directiveId, programme, clauses }, close }: FormProps) {
  const found = useAnswer<AnswerOf<typeof citations>>('directives.citations', { programmeId: programme.id })
  return (
    <Answered of={found}>
      {({ clauses: all }) => (
        <LinkForm
          part="clause"
          atOf={clausePath => ({ directiveId, clausePath })}
          choices={all
            .filter(clause => !clauses.some(other => other.path === clause.path))
            .map(({ path, text }) => ({ value: path, label: `${citeClause(path)}: ${text}` }))}
          close={close}
        />
      )}
    </Answered>
  )
}

type Known = { activities: { id: string; title: string; heldOn: string; place: string }[] }
const MOST = 2000

/** Chooses an activity that carries the document out beside those under its clauses. */
export function LinkActivityForm({ work: { directiveId, programme, activities }, close }: FormProps) {
  const found = useAnswer<Known>('activities.list', { programmeId: programme.id, limit: MOST })
  return (
    <Answered of={found}>
      {({ activities: all }) => (
        <LinkForm
          part="activity"
          atOf={activityId => ({ directiveId, activityId })}
          choices={all
            .filter(activity => !activities.some(other => other.id === activity.id))
            .map(({ id, title, heldOn, place }) => ({ value: id, label: title, note: `${printDate(heldOn)} · ${place}` }))}
          close={close}
        />
      )}
    </Answered>
  )
}

type LinkProps = {
  part: Part
  /** What the commands of linking and unlinking are told of a choice. */
  atOf: (chosen: string) => object
  choices: { value: string; label: string; note?: string }[]
  close: () => void
}

function LinkForm({ part, atOf, choices, close }: LinkProps) {
  const link = useCommand<object>(`directives.link-${part}`)
  const choose = async (chosen: string | null) => {
    if (!chosen) return
    const at = atOf(chosen)
    if (!(await link.send(at))) return
    tellUndo(t('directives.linked'), `directives.unlink-${part}`, at)
    close()
  }
  return (
    <div className="stack no-print">
      <PickField label={t(`directives.which-${part}`)} value={null} onChange={chosen => void choose(chosen)} choices={choices} />
      <Problem of={link} />
      <div className="row">
        <Button onClick={close}>{t('directives.cancel')}</Button>
      </div>
    </div>
  )
}
