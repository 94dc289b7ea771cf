import { useState } from 'react'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import type { InputOf } from '../../../ui/client/types.ts'
import { ChecksField, RadioField, SelectField, TextField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { find, t } from '../../../ui/messages/index.ts'
import type { changeSettings } from '../commands/change-settings.ts'
import type { Settings } from '../contract.ts'
import { whyNotSettings } from '../rules.ts'
import { CHANNELS, channelOf, channelsOf, clockChoices, momentsOf, offeredMoments, withMoments } from './settings-choices.ts'

const QUIET_FIRST = { from: '19:00', to: '07:00' }

export function SettingsForm({ settings: before, version }: { settings: Settings; version: number | null }) {
  const change = useCommand<InputOf<typeof changeSettings>>('reminders.change-settings')
  const [settings, setSettings] = useState(before)
  const [tried, setTried] = useState(false)
  const lay = (part: Partial<Settings>) => setSettings({ ...settings, ...part })
  const { byMail, quiet } = settings
  const reason = tried ? whyNotSettings(settings) : null
  const problemOf = (field: string) =>
    reason?.data?.['where'] === field ? find(`refusal.${reason.code}`) : change.problemAt(field)
  const save = async () => {
    setTried(true)
    if (whyNotSettings(settings) || !(await change.send({ version, ...settings }))) return
    tell(t('reminders.saved'))
  }
  return (
    <Form onSubmit={() => void save()} submit={t('reminders.save')} busy={change.state === 'sending'}>
      <RadioField
        name="channel"
        label={t('reminders.field-channel')}
        value={channelOf(settings)}
        onChange={channel => lay(channelsOf(channel))}
        choices={CHANNELS.map(value => ({ value, label: t(`reminders.channel.${value}`) }))}
      />
      {byMail && (
        <TextField
          label={t('reminders.field-address')}
          help={t('reminders.field-address-help')}
          required
          autoComplete="email"
          spellCheck={false}
          value={settings.address ?? ''}
          onChange={text => lay({ address: text.trim() || null })}
          problem={problemOf('address')}
        />
      )}
      <ChecksField
        label={t('reminders.field-when')}
        value={momentsOf(settings)}
        onChange={moments => lay(withMoments(moments))}
        choices={offeredMoments(before)}
      />
      <SelectField
        label={t('reminders.field-digest')}
        help={t('reminders.field-digest-help')}
        value={settings.digestAt}
        onChange={digestAt => lay({ digestAt })}
        choices={clockChoices(settings.digestAt)}
        empty={null}
        problem={problemOf('digestAt')}
      />
      <ChecksField
        label={t('reminders.field-quiet')}
        help={t('reminders.field-quiet-help')}
        value={quiet ? ['set'] : []}
        onChange={chosen => lay({ quiet: chosen.length > 0 ? QUIET_FIRST : null })}
        choices={[{ value: 'set', label: t('reminders.quiet-set') }]}
        problem={problemOf('quiet')}
      />
      {quiet && (
        <div className="quiet-hours">
          <SelectField
            label={t('reminders.field-quiet-from')}
            value={quiet.from}
            onChange={from => lay({ quiet: { ...quiet, from } })}
            choices={clockChoices(quiet.from)}
            empty={null}
          />
          <SelectField
            label={t('reminders.field-quiet-to')}
            value={quiet.to}
            onChange={to => lay({ quiet: { ...quiet, to } })}
            choices={clockChoices(quiet.to)}
            empty={null}
          />
        </div>
      )}
      <Problem of={change} />
    </Form>
  )
}
