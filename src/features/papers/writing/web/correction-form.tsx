import { Go } from '../../../../ui/components/address.tsx'
import { Button } from '../../../../ui/components/button.tsx'
import { ChecksField, TextArea, TextField } from '../../../../ui/components/fields.tsx'
import { t } from '../../../../ui/messages/index.ts'
import { type Correction, SLIPS, type WrittenError } from '../contract.ts'
import { entriesOf, type FormProps, sidesOf, useWriting } from './use-writing.ts'
import { WritingForm } from './writing-form.tsx'

const NOTHING: WrittenError = { where: '', wrong: '', right: '' }

/** A letter that corrects the form of an issued paper: what is wrong in it and how it is to be read. */
export function CorrectionForm({ ground, paper, old, amends }: FormProps<Correction> & { amends: string }) {
  const writing = useWriting(
    { key: `correction.${amends}`, paper },
    {
      slips: old?.slips ?? [...SLIPS].slice(0, 1),
      errors: old?.errors ?? [NOTHING],
      addressees: (old?.addressees ?? ground.addressees).join('\n'),
      sides: sidesOf(ground, old),
    },
  )
  const { draft, problemAt } = writing
  const { value, set } = draft
  const written = (): Correction => ({ form: 'correction', amends, ...value, addressees: entriesOf(value.addressees) })
  const change = (at: number, part: Partial<WrittenError>) =>
    set({ errors: value.errors.map((one, nth) => (nth === at ? { ...one, ...part } : one)) })
  return (
    <>
      <WritingForm
        writing={writing}
        ground={ground}
        paper={paper}
        written={written}
        sides={value.sides}
        signing={value.sides.map(side => side.bodyId)}
        onSides={sides => set({ sides })}
        above={
          <p className="message">
            {t('papers.correct-about', { cited: ground.about })} {t('papers.correct-content')}{' '}
            <Go to={`/van-ban/moi?thay-the=${amends}`}>{t('papers.correct-replace')}</Go>
          </p>
        }
      >
        <ChecksField
          label={t('papers.slips')}
          required
          value={value.slips}
          onChange={slips => set({ slips })}
          choices={SLIPS.map(slip => ({ value: slip, label: t(`papers.slip-${slip}`) }))}
          problem={problemAt('slips')}
        />
        {value.errors.map((error, at) => (
          <fieldset key={`${at}`} className="written-part form">
            <legend>{t('papers.error-number', { number: at + 1 })}</legend>
            <TextField
              label={t('papers.error-where')}
              help={t('papers.error-where-help')}
              required
              value={error.where}
              onChange={where => change(at, { where })}
              problem={problemAt(`errors.${at}.where`)}
            />
            <TextArea
              label={t('papers.error-wrong')}
              required
              rows={2}
              value={error.wrong}
              onChange={wrong => change(at, { wrong })}
              problem={problemAt(`errors.${at}.wrong`)}
            />
            <TextArea
              label={t('papers.error-right')}
              required
              rows={2}
              value={error.right}
              onChange={right => change(at, { right })}
              problem={problemAt(`errors.${at}.right`)}
            />
            {value.errors.length > 1 && (
              <div>
                <Button look="plain" onClick={() => set({ errors: value.errors.filter((_, nth) => nth !== at) })}>
                  {t('papers.error-remove', { number: at + 1 })}
                </Button>
              </div>
            )}
          </fieldset>
        ))}
        <div>
          <Button onClick={() => set({ errors: [...value.errors, NOTHING] })}>{t('papers.error-add')}</Button>
        </div>
        <TextArea
          label={t('papers.addressees')}
          help={t('papers.addressees-help')}
          required
          value={value.addressees}
          onChange={addressees => set({ addressees })}
          problem={problemAt('addressees')}
        />
      </WritingForm>
      {!paper && (
        <p className="quiet">
          {t('papers.correct-elsewhere')} <Go to={`/van-ban/moi?dinh-chinh=${amends}`}>{t('papers.enter')}</Go>
        </p>
      )}
    </>
  )
}
