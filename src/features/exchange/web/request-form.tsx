import { citeClause } from '../../../kernel/cite-clause.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useDraft } from '../../../ui/client/use-draft.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { ChecksField, SelectField, TextArea, TextField } from '../../../ui/components/fields.tsx'
import { Form, RestoredNote } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { bodies } from '../../agencies/queries.ts'
import type { listProgrammes } from '../../programmes/queries/list.ts'
import type { RequestAnswer, StartsAnswer } from './request-types.ts'

type List = AnswerOf<typeof listProgrammes>

/** A new request. `?chuong-trinh=` and `?dieu-khoan=` choose what it serves. */
export default function NewRequestPage() {
  const go = useGo()
  const found = useAnswer<List>('programmes.list', {})
  const [wanted, setProgramme] = useAddressWord('chuong-trinh')
  return (
    <Page title={t('exchange.request-new')}>
      <Answered of={found}>
        {({ programmes }) => {
          const programme = programmes.find(one => one.id === wanted) ?? programmes[0]
          if (!programme) return <EmptyPlace title={t('exchange.none-title')} help={t('exchange.none-help')} />
          return (
            <>
              {programmes.length > 1 && (
                <SelectField
                  label={t('exchange.programme')}
                  empty={null}
                  value={programme.id}
                  onChange={setProgramme}
                  choices={programmes.map(one => ({ value: one.id, label: one.number ?? one.title }))}
                />
              )}
              <RequestForm
                key={programme.id}
                programmeId={programme.id}
                old={null}
                onDone={id => go(`/trao-doi/de-nghi/${id}`)}
              />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

type Written = { requestId: string; toName: string; content: string; clausePath: string; signedWith: string[] }
type FormProps = { programmeId: string; old: RequestAnswer | null; onDone: (requestId: string) => void }

/** What is asked, of whom, for which clause, and who signs with us. */
export function RequestForm({ programmeId, old, onDone }: FormProps) {
  const found = useAnswer<StartsAnswer>('exchange.request-starts', { programmeId })
  return <Answered of={found}>{starts => <Entry programmeId={programmeId} old={old} onDone={onDone} answer={starts} />}</Answered>
}

function Entry({ programmeId, old, onDone, answer }: FormProps & { answer: StartsAnswer }) {
  const [clause] = useAddressWord('dieu-khoan')
  const first = answer.starts.find(start => start.clausePath === clause)
  const before = old?.request
  const draft = useDraft<Written>(before ? `request.${before.id}.${before.version}` : `request.new.${programmeId}.${clause}`, {
    requestId: before?.id ?? newId(),
    toName: before?.toName ?? first?.toName ?? '',
    content: before?.content ?? '',
    clausePath: before?.clausePath ?? clause,
    signedWith: before?.signedWith ?? [],
  })
  const others = answer.parties.filter(party => party.bodyId !== answer.own)
  const known = useOutsideBodies(answer.parties.map(party => party.bodyId))
  const drafting = useCommand<object>('exchange.draft-request')
  const changing = useCommand<object>('exchange.change-request')
  const command = before ? changing : drafting
  const { value, set } = draft
  const save = async () => {
    const { requestId, clausePath, ...rest } = value
    const toBody = known.find(body => body.name === rest.toName.trim())?.id ?? null
    const fields = { ...rest, toBody, clausePath: clausePath || null }
    const sent = before
      ? await changing.send({ requestId, version: before.version, ...fields })
      : await drafting.send({ requestId, programmeId, ...fields })
    if (!sent) return
    draft.clear()
    tell(t('exchange.saved'))
    onDone(requestId)
  }
  return (
    <>
      <RestoredNote restored={draft.restored} clear={draft.clear} />
      {!before && <Starts starts={answer.starts} onTake={({ clausePath, toName }) => set({ clausePath, toName })} />}
      <Form submit={t('exchange.request-save')} busy={command.state === 'sending'} onSubmit={() => void save()}>
        <TextField
          label={t('exchange.request-to')}
          help={t('exchange.request-to-help')}
          required
          list="known-bodies"
          value={value.toName}
          onChange={toName => set({ toName })}
          problem={command.problemAt('toName')}
        />
        <datalist id="known-bodies">
          {known.map(body => (
            <option key={body.id}>{body.name}</option>
          ))}
        </datalist>
        <TextArea
          label={t('exchange.request-content')}
          help={t('exchange.request-content-help')}
          required
          rows={5}
          value={value.content}
          onChange={content => set({ content })}
          problem={command.problemAt('content')}
        />
        <ClauseField programmeId={programmeId} value={value.clausePath} onChange={clausePath => set({ clausePath })} />
        <ChecksField
          label={t('exchange.signed-with')}
          help={t('exchange.signed-with-help')}
          value={value.signedWith}
          onChange={signedWith => set({ signedWith })}
          choices={others.map(party => ({ value: party.bodyId, label: party.shortName }))}
        />
        <Problem of={command} />
      </Form>
    </>
  )
}

/** Bodies of this site outside the programme, that a request can go to. */
function useOutsideBodies(parties: readonly string[]) {
  const { data } = useAnswer<AnswerOf<typeof bodies>>('agencies.bodies', {})
  return (data?.bodies ?? []).filter(body => body.validTo === null && !parties.includes(body.id))
}

type Clauses = { clauses: { path: string; text: string }[] }
const SHOWN = 70

function ClauseField({ programmeId, value, onChange }: { programmeId: string; value: string; onChange: (path: string) => void }) {
  const { data } = useAnswer<Clauses>('programmes.page', { programmeId })
  const choices = (data?.clauses ?? []).map(({ path, text }) => ({
    value: path,
    label: `${citeClause(path)}: ${text.slice(0, SHOWN)}`,
  }))
  return (
    <SelectField
      label={t('exchange.request-clause')}
      empty={t('exchange.no-clause')}
      value={value}
      onChange={onChange}
      choices={choices}
    />
  )
}

const FIRST_SHOWN = 6

/** Duties of the text that ask something of others, to begin with. */
function Starts({ starts, onTake }: { starts: StartsAnswer['starts']; onTake: (start: StartsAnswer['starts'][number]) => void }) {
  if (starts.length === 0) return null
  return (
    <details className="card padded">
      <summary>{t('exchange.starts', { count: starts.length })}</summary>
      <ul className="plain-list stack">
        {starts.slice(0, FIRST_SHOWN).map(start => (
          <li key={`${start.clausePath} ${start.text}`}>
            <p className="small">
              <b>{citeClause(start.clausePath)}</b> {start.text}
            </p>
            <Button look="plain" onClick={() => onTake(start)}>
              {t('exchange.start-take')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
