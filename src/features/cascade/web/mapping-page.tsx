import { newId } from '../../../kernel/ids.ts'
import { refresh, useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord, usePathPart } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { mapping } from '../queries/mapping.ts'
import { CitePart } from './cite-form.tsx'
import { ParentClause } from './parent-clause.tsx'
import { ParentForm } from './parent-form.tsx'
import './cascade.css'

export type Mapping = AnswerOf<typeof mapping>
export type Parent = Mapping['parents'][number]
export type Clause = Parent['clauses'][number]

/** From the programme above down to ours: each of its clauses with what of ours carries it out. */
export default function MappingPage() {
  const programmeId = usePathPart('id')
  const found = useAnswer<Mapping>('cascade.mapping', { programmeId })
  const name = found.data?.programme.number ?? found.data?.programme.title ?? t('renewal.programme')
  const steps = [
    { label: name, to: `/chuong-trinh/${programmeId}` },
    { label: t('cascade.mapping'), current: true },
  ]
  return (
    <Page title={t('cascade.mapping-title')} above={<ThreadBar steps={steps} />} actions={<PrintButton />}>
      <Answered of={found}>
        {answer => (
          <>
            <p className="quiet">{t('cascade.mapping-help')}</p>
            {answer.parents.length === 0 && <p className="card padded quiet">{t('cascade.parent-none')}</p>}
            {answer.parents.map(parent => (
              <ParentClauses key={parent.id} parent={parent} answer={answer} />
            ))}
            {answer.can.work && <CitePart programmeId={programmeId} />}
            {answer.can.work && <ParentForm programmeId={programmeId} />}
          </>
        )}
      </Answered>
    </Page>
  )
}

const STANDINGS = ['open', 'linked', 'left-out'] as const
type Standing = (typeof STANDINGS)[number]
const standingOf = ({ links }: Clause): Standing =>
  links.length === 0 ? 'open' : links.some(link => link.how === 'left-out') ? 'left-out' : 'linked'

function ParentClauses({ parent, answer }: { parent: Parent; answer: Mapping }) {
  const [word, narrow] = useAddressWord('chi')
  const only = STANDINGS.find(one => one === word)
  const remove = useCommand<{ upperId: string; version: number }>('cascade.remove-parent')
  const shown = parent.clauses.filter(clause => !only || standingOf(clause) === only)
  const decided = parent.clauses.filter(clause => clause.links.length > 0).length
  return (
    <section className="card" aria-labelledby={`parent-${parent.id}`}>
      <div className="card-head">
        <h2 id={`parent-${parent.id}`}>{[parent.title, parent.number].filter(Boolean).join(', ')}</h2>
        {answer.can.work && (
          <Button
            look="plain"
            className="no-print"
            busy={remove.state === 'sending'}
            onClick={() =>
              void remove.send({ upperId: parent.id, version: parent.version }).then(sent => {
                if (sent) tellRemoved(parent)
              })
            }
          >
            {t('cascade.parent-remove')}
          </Button>
        )}
      </div>
      <div className="parent-head stack">
        <p className="quiet">
          {parent.issuer} · {t('cascade.mapped', { decided, count: parent.clauses.length })}
        </p>
        <div className="no-print">
          <SelectField
            label={t('renewal.next-only')}
            empty={t('renewal.next-all')}
            value={only ?? ''}
            onChange={narrow}
            choices={STANDINGS.map(value => ({ value, label: t(`cascade.standing-${value}`) }))}
          />
        </div>
        <Problem of={remove} />
      </div>
      {shown.length === 0 && <p className="parent-head quiet">{t('renewal.lines-none')}</p>}
      <ul className="lines">
        {shown.map(clause => (
          <ParentClause key={clause.path} clause={clause} upperId={parent.id} answer={answer} />
        ))}
      </ul>
    </section>
  )
}

/** Ten seconds in which a text taken out by mistake is put back. */
function tellRemoved({ id, version }: Parent): void {
  tell(t('cascade.parent-removed'), async () => {
    await sendCommand('cascade.restore-parent', { upperId: id, version: version + 1 }, newId(), false)
    await refresh(['cascade.'])
  })
}
