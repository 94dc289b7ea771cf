import type { DemoAccount } from '../../../ui/client/boot.ts'
import { t } from '../../../ui/messages/index.ts'

type DemoProps = { accounts: readonly DemoAccount[]; onEnter: (account: DemoAccount) => void }

/** The accounts of the fictional province, one press each. */
export const DemoAccounts = ({ accounts, onEnter }: DemoProps) => (
  <section className="card" aria-labelledby="demo">
    <div className="card-head">
      <h2 id="demo">{t('agencies.demo-title')}</h2>
    </div>
    <p className="quiet small demo-help">{t('agencies.demo-help')}</p>
    <ul>
      {accounts.map(account => (
        <li key={account.username} className="demo-line">
          <button
            type="button"
            className="menu-entry"
            aria-label={t('agencies.demo-enter', { post: account.post, body: account.body })}
            onClick={() => onEnter(account)}
          >
            <span>
              {account.post}
              <br />
              <span className="quiet small">{account.body}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  </section>
)
