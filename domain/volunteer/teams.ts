/** Volunteer teams (红船, 缤纷四季 …): data of each area. */

export interface Team {
  readonly id: string;
  readonly name: string;
  /** One line: who they are, what they do. */
  readonly line: string;
  /** Skills that its members have. */
  readonly skills: readonly string[];
  /** Services of the menu that it can serve. */
  readonly services?: readonly string[];
}

/** The teams that can serve a service of the menu. */
export const teamsFor = (teams: readonly Team[] = [], service: string): Team[] =>
  teams.filter((team) => team.services?.includes(service));
