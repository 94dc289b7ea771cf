import { printDate } from '../../../kernel/dates.ts'
import { useAnswer, useCommand } from '../../../ui/client/hooks.ts'
import { tellUndo } from '../../../ui/client/tell-undo.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Go, useGo, usePathPart } from '../../../ui/components/address.tsx'
import { Button, ButtonLink, DownloadLink } from '../../../ui/components/button.tsx'
import { Facts } from '../../../ui/components/facts.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Answered, Problem } from '../../../ui/components/places.tsx'
import { PrintButton } from '../../../ui/components/print-button.tsx'
import { StateWord } from '../../../ui/components/state-word.tsx'
import { ThreadBar } from '../../../ui/components/thread-bar.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { directive } from '../queries/directive.ts'
import { nameOfDirective } from '../words.ts'
import { ProgrammeWork } from './programme-work.tsx'

export type Shown = AnswerOf<typeof directive>

/** What was done under one document, in every programme that cites it. */
export default function DirectivePage() {
  const directiveId = usePathPart('id')
  const found = useAnswer<Shown>('directives.directive', { directiveId })
  const shown = found.data
  const name = shown ? nameOfDirective(shown.directive) : t('directives.title')
  const bar = [
    { label: t('directives.title'), to: '/van-ban-chi-dao' },
    { label: name, current: true },
  ]
  return (
    <Page title={name} above={<ThreadBar steps={bar} />} actions={shown && <Actions shown={shown} />}>
      <Answered of={found}>
        {answer => (
          <>
            <About shown={answer} />
            {answer.programmes.map(one => (
              <ProgrammeWork key={one.directiveId} work={one} mayLink={answer.can.link} />
            ))}
          </>
        )}
      </Answered>
    </Page>
  )
}

function Actions({ shown: { directive: one, can } }: { shown: Shown }) {
  const go = useGo()
  const remove = useCommand<object, { version: number }>('directives.remove-directive')
  const out = async () => {
    const sent = await remove.send({ directiveId: one.id, version: one.version })
    if (!sent) return
    tellUndo(t('directives.removed-done'), 'directives.restore-directive', {
      directiveId: one.id,
      version: sent.answer.version,
    })
    go('/van-ban-chi-dao')
  }
  return (
    <>
      {can.change && <ButtonLink to={`/van-ban-chi-dao/moi?sua=${one.id}`}>{t('directives.edit')}</ButtonLink>}
      {can.remove && (
        <Button look="plain" onClick={() => void out()}>
          {t('directives.remove')}
        </Button>
      )}
      <DownloadLink look="plain" href={`/api/exports/directive/${one.id}.xlsx`}>
        {t('directives.export')}
      </DownloadLink>
      <PrintButton />
      <Problem of={remove} />
    </>
  )
}

function About({ shown: { directive: one, replacing, replaces } }: { shown: Shown }) {
  return (
    <section className="card padded">
      <Facts
        facts={[
          [t('directives.subject'), one.number ? one.subject : ''],
          [t('directives.issued'), one.issuedOn && printDate(one.issuedOn)],
          [t('directives.issuer'), one.issuer],
          [t('directives.validity'), <StateWord key="standing" state={one.standing} />],
          [t('directives.ended'), one.endedOn && printDate(one.endedOn)],
          [
            t('directives.replaced-by'),
            replacing && <Go to={`/van-ban-chi-dao/${replacing.id}`}>{nameOfDirective(replacing)}</Go>,
          ],
          [
            t('directives.replaces'),
            replaces.length > 0 &&
              replaces.map(other => (
                <span key={other.id} className="below">
                  <Go to={`/van-ban-chi-dao/${other.id}`}>{nameOfDirective(other)}</Go>
                </span>
              )),
          ],
        ]}
      />
    </section>
  )
}
