/**
 * The tables that say how things stand today. A reorganisation changes no row of any other: a new table is history until it stands here.
 * Audit is not among them: rows are added to it, and none that stood is changed.
 */
export const TODAY_TABLES: readonly string[] = [
  // How a body stands: its last day, its superior, and what it is called today; what it was called stands in `body_name`.
  'body',
  'account',
  'session',
  'command_record',
  'migration',
  // How a place stands: its last day, and where it lies today; where it lay stands in `place_lay`.
  'place',
  // Who holds open work.
  'responsibility',
  // The events themselves.
  'reorganisation',
  'reorganisation_agreement',
  'reorganisation_count',
  // Who does today what a name was given; the text stays.
  'duty_passing',
  'body_succession',
  // Where several take over: who they are, and who takes what.
  'body_co_heir',
  'holding_passing',
  'unit_succession',
  'place_succession',
  'place_lay',
]
