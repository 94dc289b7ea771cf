import { vietnamDate, yearOf } from '../../../kernel/dates.ts'
import { useAddressWord } from '../../../ui/components/address.tsx'
import { FilterChoice, FoldedFilters, Narrowed, WordsBox } from '../../../ui/components/filters.tsx'
import { t } from '../../../ui/messages/index.ts'
import { usePlaces } from '../../agencies/web/places-field.tsx'
import { findElement, nameElement } from '../../programmes/target-programme/contract.ts'
import { FORMS, SUPERVISION_STATES, type SupervisionForm, type SupervisionState } from '../contract.ts'
import { FORM_NAMES } from '../words.ts'

const STANDINGS = ['open', 'overdue'] as const
type Filters = {
  scope?: 'shared'
  stage?: SupervisionState
  standing?: (typeof STANDINGS)[number]
  form?: SupervisionForm
  visitedIn?: number
  projectsIn?: number
  element?: string
  communeId?: string
  constructionId?: string
  year?: number
  words?: string
}

const oneOf = <Value extends string>(values: readonly Value[], word: string): word is Value => values.some(one => one === word)

type Setters = Record<
  'scope' | 'standing' | 'form' | 'commune' | 'work' | 'year' | 'visited' | 'projects' | 'element' | 'words',
  (value: string) => void
>

/** Filters as they stand in the address: ?cua=ben-kia&tt=overdue&hinh-thuc=board&xa=…&cong-trinh=…&nam=2026&da-xem=2026&du-an=2026&muc=…&tim=… */
export function useSupervisionFilters(): [Filters, Setters, () => void] {
  const [scope, setScope] = useAddressWord('cua')
  const [standing, setStanding] = useAddressWord('tt')
  const [form, setForm] = useAddressWord('hinh-thuc')
  const [commune, setCommune] = useAddressWord('xa')
  const [work, setWork] = useAddressWord('cong-trinh')
  const [year, setYear] = useAddressWord('nam')
  const [visited, setVisited] = useAddressWord('da-xem')
  const [projects, setProjects] = useAddressWord('du-an')
  const [element, setElement] = useAddressWord('muc')
  const [words, setWords] = useAddressWord('tim')
  const filters: Filters = {
    ...(scope === 'ben-kia' && { scope: 'shared' as const }),
    ...(oneOf(STANDINGS, standing) && { standing }),
    ...(oneOf(SUPERVISION_STATES, standing) && { stage: standing }),
    ...(oneOf(FORMS, form) && { form }),
    ...(commune && { communeId: commune }),
    ...(work && { constructionId: work }),
    ...(/^20\d\d$/.test(year) && { year: Number(year) }),
    ...(/^20\d\d$/.test(visited) && { visitedIn: Number(visited) }),
    ...(/^20\d\d$/.test(projects) && { projectsIn: Number(projects) }),
    ...(element && { element }),
    ...(words && { words }),
  }
  const set = {
    scope: setScope,
    standing: setStanding,
    form: setForm,
    commune: setCommune,
    work: setWork,
    year: setYear,
    visited: setVisited,
    projects: setProjects,
    element: setElement,
    words: setWords,
  }
  return [filters, set, () => Object.values(set).forEach(one => one(''))]
}

/** What only an address opened from elsewhere narrows to. */
const OPENED_BY = ['commune', 'work', 'visited', 'projects', 'element'] as const

/** The filters, read as one sentence. */
export function SupervisionFilters() {
  const [{ scope, stage, standing, form, communeId, constructionId, year, visitedIn, projectsIn, element, words }, set] =
    useSupervisionFilters()
  const found = element ? findElement(element) : null
  return (
    <div className="stack no-print">
      {(communeId || constructionId || visitedIn || projectsIn || element) && (
        <Narrowed showAll={t('supervision.show-all')} clear={() => OPENED_BY.forEach(name => set[name](''))}>
          {communeId && <OfCommune communeId={communeId} />} {constructionId && t('supervision.of-work')}{' '}
          {visitedIn && t('supervision.visited-in', { year: visitedIn })}{' '}
          {projectsIn && t('supervision.projects-in', { year: projectsIn })}{' '}
          {found && t('supervision.of-element', { element: nameElement(found), cycle: found.cycle.id })}
        </Narrowed>
      )}
      <div className="row supervision-filters">
        <WordsBox label={t('supervision.words')} value={words ?? ''} onChange={set.words} />
        <FoldedFilters
          label={t('supervision.filter')}
          className="row supervision-filters"
          open={Boolean(scope || stage || standing || form || year)}
        >
          <FilterChoice
            label={t('supervision.scope')}
            value={scope ? 'ben-kia' : ''}
            onChange={set.scope}
            any={t('supervision.scope-own')}
            choices={[{ value: 'ben-kia', label: t('supervision.scope-shared') }]}
          />
          <FilterChoice
            label={t('supervision.filter-standing')}
            value={standing ?? stage ?? ''}
            onChange={set.standing}
            any={t('supervision.any-standing')}
            choices={[
              ...STANDINGS.map(value => ({ value, label: t(`supervision.standing-${value}`) })),
              ...SUPERVISION_STATES.map(value => ({ value, label: t(`state.${value}`) })),
            ]}
          />
          <FilterChoice
            label={t('supervision.form')}
            value={form ?? ''}
            onChange={set.form}
            any={t('supervision.any-form')}
            choices={FORMS.map(value => ({ value, label: FORM_NAMES[value] }))}
          />
          <FilterChoice
            label={t('supervision.year')}
            value={year ? String(year) : ''}
            onChange={set.year}
            any={t('supervision.any-year')}
            choices={yearsBack().map(value => ({ value, label: value }))}
          />
        </FoldedFilters>
      </div>
    </div>
  )
}

/** This year and those before it that one would look back to. */
const yearsBack = (): string[] => {
  const now = yearOf(vietnamDate(new Date()))
  return Array.from({ length: 6 }, (_, back) => String(now - back))
}

function OfCommune({ communeId }: { communeId: string }) {
  const place = usePlaces().data?.places.find(one => one.id === communeId)
  return t('supervision.of-commune', { commune: place?.name ?? '' })
}
