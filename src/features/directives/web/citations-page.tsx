import { useId, useState } from 'react'
import { citeClause } from '../../../kernel/cite-clause.ts'
import { printDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { useAddressWord, useGo } from '../../../ui/components/address.tsx'
import { Button } from '../../../ui/components/button.tsx'
import { SelectField } from '../../../ui/components/fields.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, EmptyPlace, Problem } from '../../../ui/components/places.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { citations } from '../queries/citations.ts'
import { nameOfDirective } from '../words.ts'

type Shown = AnswerOf<typeof citations>
type Proposal = Shown['proposals'][number]
type Programmes = { programmes: { id: string; title: string; number: string | null }[] }

/** Documents found in the signed text of a programme (?chuong-trinh=…): a person looks, chooses and takes them over. */
export default function CitationsPage() {
  const [word, setWord] = useAddressWord('chuong-trinh')
  const programmes = useAnswer<Programmes>('programmes.list', {})
  const bar = [
    { label: t('directives.title'), to: '/van-ban-chi-dao' },
    { label: t('directives.from-text'), current: true },
  ]
  return (
    <Page title={t('directives.from-text')} above={<ThreadBar steps={bar} />}>
      <Answered of={programmes}>
        {({ programmes: known }) => {
          const programmeId = word || known[0]?.id
          if (!programmeId) return <EmptyPlace title={t('directives.none-title')} help={t('directives.none-help')} />
          return (
            <>
              <SelectField
                label={t('directives.programme')}
                empty={null}
                value={programmeId}
                onChange={setWord}
                choices={known.map(({ id, number, title }) => ({ value: id, label: number ?? title }))}
              />
              <Proposals key={programmeId} programmeId={programmeId} />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Proposals({ programmeId }: { programmeId: string }) {
  const found = useAnswer<Shown>('directives.citations', { programmeId })
  return (
    <Answered of={found}>
      {({ proposals, can }) =>
        proposals.length === 0 ? (
          <p className="message">{t('directives.nothing-found')}</p>
        ) : (
          <Choose programmeId={programmeId} proposals={proposals} may={can.confirm} />
        )
      }
    </Answered>
  )
}

type ChooseProps = { programmeId: string; proposals: readonly Proposal[]; may: boolean }

function Choose({ programmeId, proposals, may }: ChooseProps) {
  const go = useGo()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const confirm = useCommand<object>('directives.confirm-citations')
  const chosen = proposals.filter((_, at) => !left.has(at))
  const turn = (at: number) =>
    setLeft(before => new Set(before.has(at) ? [...before].filter(one => one !== at) : [...before, at]))
  const take = async () => {
    const taken = chosen.map(proposal => ({ directiveId: newId(), ...proposal }))
    if (!(await confirm.send({ programmeId, citations: taken }))) return
    tell(t('directives.taken', { count: taken.length }))
    go(`/van-ban-chi-dao?chuong-trinh=${programmeId}`)
  }
  return (
    <>
      <p className="quiet">{t('directives.choose-help')}</p>
      <section className="card padded stack" aria-labelledby="found">
        <h2 id="found">{t('directives.found', { count: proposals.length })}</h2>
        {proposals.map((proposal, at) => (
          <Choice
            key={`${proposal.kind} ${proposal.number} ${proposal.subject}`}
            proposal={proposal}
            checked={!left.has(at)}
            disabled={!may}
            turn={() => turn(at)}
          />
        ))}
      </section>
      <Problem of={confirm} />
      {may && (
        <div className="row no-print">
          <Button look="main" disabled={chosen.length === 0} busy={confirm.state === 'sending'} onClick={() => void take()}>
            {t('directives.take', { count: chosen.length })}
          </Button>
        </div>
      )}
    </>
  )
}

type ChoiceProps = { proposal: Proposal; checked: boolean; disabled: boolean; turn: () => void }

function Choice({ proposal, checked, disabled, turn }: ChoiceProps) {
  const id = useId()
  return (
    <div className="choice">
      <input id={id} type="checkbox" checked={checked} disabled={disabled} onChange={turn} />
      <span>
        <label htmlFor={id}>{nameOfDirective(proposal)}</label>
        <small className="quiet below">{[aboutOf(proposal), placesOf(proposal)].filter(Boolean).join(' · ')}</small>
      </span>
    </div>
  )
}

const aboutOf = ({ issuedOn, issuer, number, subject }: Proposal) =>
  [issuedOn && printDate(issuedOn), issuer, number && subject].filter(Boolean).join(' · ')

const placesOf = ({ clausePaths }: Proposal) =>
  clausePaths.length === 0
    ? t('directives.in-bases')
    : t('directives.in-clauses', { clauses: clausePaths.map(citeClause).join('; ') })
