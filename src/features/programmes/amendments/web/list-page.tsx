import { useAnswer } from '../../../../ui/client/hooks.ts'
import { Go, usePathPart } from '../../../../ui/components/address.tsx'
import { ButtonLink } from '../../../../ui/components/button.tsx'
import { Page } from '../../../../ui/components/page.tsx'
import { Answered, EmptyPlace } from '../../../../ui/components/places.tsx'
import { ThreadBar } from '../../../../ui/components/thread-bar.tsx'
import { t } from '../../../../ui/messages/index.ts'
import '../../web/programmes.css'
import './amendments.css'
import { AmendmentState } from './amendment-state.tsx'
import { type AmendmentLine, type AmendmentList, amendmentAddress, newAddress } from './types.ts'

/** The amendments of a programme: in force, under way, and what came to nothing. */
export default function AmendmentListPage() {
  const programmeId = usePathPart('id')
  const answer = useAnswer<AmendmentList>('programmes.amendments', { programmeId })
  const propose = <ButtonLink to={newAddress(programmeId)}>{t('amendments.propose')}</ButtonLink>
  const name = t('programmes.page-thread-programme', { name: answer.data?.programme.number ?? '' }).trim()
  const steps = [
    { label: name, to: `/chuong-trinh/${programmeId}` },
    { label: t('amendments.title'), current: true },
  ]
  return (
    <Page title={t('amendments.title')} above={<ThreadBar steps={steps} />} actions={answer.data?.can.propose && propose}>
      <Answered of={answer}>
        {list =>
          list.amendments.length === 0 ? (
            <EmptyPlace title={t('amendments.none')} help={t('amendments.none-help')} action={list.can.propose && propose} />
          ) : (
            <Groups list={list} />
          )
        }
      </Answered>
    </Page>
  )
}

const GROUPS = [
  { title: 'amendments.under-way', states: ['own', 'shared', 'agreed'] },
  { title: 'amendments.in-force', states: ['signed', 'in-force'] },
  { title: 'amendments.over', states: ['countered', 'returned', 'withdrawn'] },
] as const

function Groups({ list }: { list: AmendmentList }) {
  return (
    <>
      {GROUPS.map(({ title, states }) => {
        const lines = list.amendments.filter(one => (states as readonly string[]).includes(one.state))
        if (lines.length === 0) return null
        return (
          <section key={title} className="card" aria-label={t(title)}>
            <h2 className="amendments-group">{t(title)}</h2>
            <ul className="lines">
              {lines.map(line => (
                <Line key={line.id} line={line} list={list} />
              ))}
            </ul>
          </section>
        )
      })}
      <p className="quiet small">{t('amendments.original-kept', { code: list.programme.sourceSha256.slice(0, 12) })}</p>
    </>
  )
}

function Line({ line, list }: { line: AmendmentLine; list: AmendmentList }) {
  const facts = [
    line.number && t('amendments.number', { number: line.number }),
    t('amendments.from', { day: line.effectiveOn }),
    nextStep(line),
  ]
  return (
    <li className="amendment-line">
      <div>
        <Go to={amendmentAddress(list.programme.id, line.id)}>{line.title}</Go>
        <div className="quiet small">{facts.filter(Boolean).join(' · ')}</div>
      </div>
      <AmendmentState state={line.state} by={line.byBody} parties={list.parties} />
    </li>
  )
}

function nextStep({ state, waits }: AmendmentLine): string | null {
  if (state === 'own') return t('amendments.waits-own')
  if (state === 'agreed') return t('amendments.waits-signing')
  if (state !== 'shared') return null
  return waits.us ? t('amendments.waits-us') : t('amendments.waits-them', { names: waits.names.join('; ') })
}
