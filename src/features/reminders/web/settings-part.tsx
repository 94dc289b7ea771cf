import { useAnswer } from '../../../ui/client/hooks.ts'
import type { AnswerOf } from '../../../ui/client/types.ts'
import { Answered } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import type { settings as settingsQuery } from '../queries.ts'
import { EscalationForm } from './escalation-form.tsx'
import { SettingsForm } from './settings-form.tsx'

type Answer = AnswerOf<typeof settingsQuery>

/** How one is reminded, and when the leaders of the own body hear of what was not done. */
export function SettingsPart() {
  const found = useAnswer<Answer>('reminders.settings', {})
  return (
    <Answered of={found}>
      {({ settings, version, escalation, can }) => (
        <>
          <section className="card padded stack" aria-labelledby="my-reminders">
            <h2 id="my-reminders">{t('reminders.settings-title')}</h2>
            <p className="quiet">{t('reminders.settings-help')}</p>
            <SettingsForm settings={settings} version={version} />
          </section>
          <section className="card padded stack" aria-labelledby="escalation">
            <h2 id="escalation">{t('reminders.escalation-title')}</h2>
            <p>{t('reminders.escalation-help', { days: escalation.days })}</p>
            {can.changeEscalation && <EscalationForm {...escalation} />}
          </section>
        </>
      )}
    </Answered>
  )
}
