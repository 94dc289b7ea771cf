import { shortDigest } from '../../../kernel/short-digest.ts'
import { useCommand } from '../../../ui/client/hooks.ts'
import { tell } from '../../../ui/client/notice.ts'
import { ConfirmOut } from '../../../ui/components/confirm-out.tsx'
import { Page } from '../../../ui/components/page.tsx'
import { t } from '../../../ui/messages/index.ts'
import { PackageContent } from './package-content.tsx'
import { titleOf } from './package-standing.tsx'
import type { PackageAnswer } from './types.ts'

type Input = { packageId: string; version: number; digest: string }

/** Before the package leaves the house: exactly what it holds, to whom, and one question. */
export function SendingView({ answer, onBack }: { answer: PackageAnswer; onBack: () => void }) {
  const { package: found, content, digest } = answer
  const sending = useCommand<Input>('exchange.send-package')
  const send = async () => {
    if (!(await sending.send({ packageId: found.id, version: found.version, digest }))) return
    tell(t('exchange.sent', { name: content.to.shortName }))
    onBack()
  }
  return (
    <Page title={titleOf(found.label)}>
      <ConfirmOut
        to={[content.to.name]}
        action={t('exchange.send', { name: content.to.shortName })}
        note={t('exchange.send-note')}
        sending={sending}
        onConfirm={() => void send()}
        onBack={onBack}
      >
        <p className="quiet small">{t('exchange.code', { code: shortDigest(digest) })}</p>
        <PackageContent content={content} />
      </ConfirmOut>
    </Page>
  )
}
