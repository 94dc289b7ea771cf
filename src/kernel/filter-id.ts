/** The id of a list without filters, where an address names the list by them. */
const NO_FILTERS = 'tat-ca'

type Filters = Readonly<Record<string, string | number | undefined>>

/** Filters of a list as the part of an address that names it: "standing=overdue&year=2026". No dot stays: what follows one is a format. */
export function filterId(filters: Filters): string {
  const given = Object.entries(filters).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
  return encodeURIComponent(new URLSearchParams(given).toString().replaceAll('.', '%2E') || NO_FILTERS)
}

/** The filters that an id names, as words. */
export const filtersIn = (id: string): Record<string, string> =>
  id === NO_FILTERS ? {} : Object.fromEntries(new URLSearchParams(id))
