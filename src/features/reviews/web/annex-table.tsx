import { t } from '../../../ui/messages/index.ts'
import { annexColumns } from '../annex-columns.ts'
import { type FigureProps, Pieces } from './pieces.tsx'
import type { ReviewAnswer } from './types.ts'

/** The table of figures per clause. On a phone it is moved sideways in its own frame. */
export function AnnexTable({ compiled, figures }: { compiled: ReviewAnswer['compiled']; figures: FigureProps }) {
  const [rows, columns] = [compiled.annex, annexColumns(compiled)]
  return (
    <section className="paper-annex" aria-labelledby="phu-luc">
      <h3 id="phu-luc">
        {t('reviews.annex')}
        <span>{t('reviews.annex-title')}</span>
      </h3>
      <p className="annex-hint phone-only no-print">{t('reviews.annex-scrolls')}</p>
      <div className="annex-frame">
        <table className={compiled.head.period.kind === 'final' ? 'by-year' : undefined}>
          <thead>
            <tr>
              {columns.map(title => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(row => (
              <tr key={`${row.kind} ${row.clausePath} ${row.itemId}`} className={row.kind}>
                {row.cells.map((cell, at) => (
                  <td key={columns[at]}>
                    <Pieces pieces={cell} figures={figures} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
