import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { Button } from '../../../ui/components/button.tsx'
import { Problem } from '../../../ui/components/places.tsx'
import { t } from '../../../ui/messages/index.ts'

/** "01/01/2026 đến 31/03/2026", "từ 01/01/2026" or "đang áp dụng" */
export function validText({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): string {
  if (validFrom && validTo) return t('petitions.from-to', { from: validFrom, to: validTo })
  return validFrom ? t('petitions.since', { from: validFrom }) : t('petitions.always')
}

/** Lets a row of the province hold no longer; it stays to be looked up. */
export function EndButton({ command, input, label }: { command: string; input: object; label: string }) {
  const end = useCommand<object>(command)
  const press = async () => {
    if (await end.send(input)) tell(t('petitions.ended-now'))
  }
  return (
    <>
      <Button aria-label={`${t('petitions.end')}: ${label}`} busy={end.state === 'sending'} onClick={() => void press()}>
        {t('petitions.end')}
      </Button>
      <Problem of={end} />
    </>
  )
}
