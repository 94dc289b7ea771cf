/** How much a province holds. `years` end with the one that is running; villages are counted per commune. */
export type Size = {
  communes: number
  villages: number
  years: number
  agencies: number
  activities: number
  petitions: number
  works: number
  recognised: number
  movements: number
  commendations: number
  directives: number
}

/** A fictional province of full size. */
export const FULL: Size = {
  communes: 124,
  villages: 8,
  years: 5,
  agencies: 12,
  activities: 60_000,
  petitions: 22_000,
  works: 3_000,
  recognised: 900,
  movements: 60,
  commendations: 40,
  directives: 40,
}

/** The same in the small: every kind of record is there, a test fills it in a moment. */
export const SMALL: Size = {
  communes: 5,
  villages: 5,
  years: 2,
  agencies: 4,
  activities: 500,
  petitions: 150,
  works: 40,
  recognised: 20,
  movements: 16,
  commendations: 8,
  directives: 6,
}
