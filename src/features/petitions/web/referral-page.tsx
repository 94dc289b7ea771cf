import { useState } from 'react'
import { vietnamDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { sendCommand } from '../../../ui/client/send.ts'
import { useGo } from '../../../ui/components/address.tsx'
import { DateField } from '../../../ui/components/date-field.tsx'
import { RadioField, SelectField } from '../../../ui/components/fields.tsx'
import { Form } from '../../../ui/components/form.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'
import { CHANNELS, type Channel, REFERRAL_KINDS, type ReferralKind } from '../contract.ts'
import { CHANNEL_NAMES, REFERRAL_NAMES } from '../words.ts'

/** A complaint or a denunciation: only that it was shown to its channel. There is no field to write into. */
export default function ReferralPage() {
  const go = useGo()
  const [today] = useState(() => vietnamDate(new Date()))
  const [kind, setKind] = useState<ReferralKind | ''>('')
  const [channel, setChannel] = useState<Channel | ''>('')
  const [day, setDay] = useState<string | null>(today)
  const [tried, setTried] = useState(false)
  const note = useCommand<object>('petitions.note-referral')
  const save = async () => {
    setTried(true)
    if (!kind || !channel || !day) return
    const referralId = newId()
    if (!(await note.send({ referralId, kind, channel, day }))) return
    tell(t('petitions.referral-saved'), async () => {
      await sendCommand('petitions.cancel-referral', { referralId })
    })
    go('/kien-nghi')
  }
  const missing = (value: string | null) => (tried && !value ? t('part.choose') : null)
  return (
    <Page title={t('petitions.referral-title')}>
      <p className="message">{t('petitions.referral-help')}</p>
      <Form onSubmit={() => void save()} submit={t('petitions.referral-save')} busy={note.state === 'sending'}>
        <RadioField
          label={t('petitions.referral-kind')}
          name="kind"
          required
          value={kind}
          onChange={setKind}
          choices={REFERRAL_KINDS.map(one => ({ value: one, label: REFERRAL_NAMES[one] }))}
          problem={missing(kind)}
        />
        <SelectField
          label={t('petitions.channel')}
          required
          value={channel}
          onChange={setChannel}
          choices={CHANNELS.map(one => ({ value: one, label: CHANNEL_NAMES[one] }))}
          problem={missing(channel)}
        />
        <DateField label={t('petitions.day')} required max={today} value={day} onChange={setDay} problem={missing(day)} />
        <Problem of={note} />
      </Form>
    </Page>
  )
}
