/** Mistakes in a work area's file that its shape does not show, each as one sentence for the person who edited it. */
import type { Catalogue } from '@/domain/catalogue/catalogue';
import { findFaults, leavesNobody } from '@/domain/org/faults';
import { type Area, areaPathOf, isWithin, type Place, POST_KINDS } from '@/domain/org/org';

const FAULTS: Readonly<Record<string, string>> = {
  gap: '没有人负责',
  tie: '有两条规则打架',
  vacant: '负责的岗位没有人',
};

export function faultsOfArea(
  area: Area,
  places: readonly Place[],
  catalogue: Catalogue,
  now = Date.now(),
): string[] {
  const persons = new Set(area.persons.map(({ id }) => id));
  const units = new Set(area.units.map(({ id }) => id));
  const posts = new Set(area.posts.map(({ id }) => id));
  const kinds: readonly string[] = POST_KINDS;
  const subjects = new Set([
    '*',
    ...catalogue.offices.map(({ id }) => `office:${id}`),
    ...catalogue.services.map(({ id }) => id),
  ]);
  const unserved = new Map<string, string[]>();
  for (const { service, place, fault, day } of findFaults(area, catalogue.services, now).filter(
    leavesNobody,
  )) {
    const line = `${day ? `${day} 起 ` : ''}${service} ${FAULTS[fault]}`;
    unserved.set(line, [...(unserved.get(line) ?? []), place]);
  }
  return [
    ...twice(
      '人员编号',
      area.persons.map(({ id }) => id),
    ),
    ...twice(
      '岗位编号',
      area.posts.map(({ id }) => id),
    ),
    ...twice(
      '单位编号',
      area.units.map(({ id }) => id),
    ),
    ...twice(
      '地点路径',
      area.nodes.map(({ path }) => path),
    ),
    ...twice(
      '码的编号',
      places.map(({ _id }) => _id),
    ),
    ...area.units.flatMap(({ name, lead }) =>
      lead !== null && !persons.has(lead) ? [`单位“${name}”的负责人 ${lead} 不在人员里`] : [],
    ),
    ...area.posts.flatMap(({ name, unit, holders }) => [
      ...(units.has(unit) ? [] : [`岗位“${name}”的单位 ${unit} 不存在`]),
      ...holders
        .filter(({ person }) => !persons.has(person))
        .map(({ person }) => `岗位“${name}”的 ${person} 不在人员里`),
    ]),
    ...twice(
      '规则编号',
      area.responsibility.map(({ id }) => id),
    ),
    ...area.responsibility.flatMap(({ id, service, post, otherwise = [] }) => [
      ...(subjects.has(service) ? [] : [`规则 ${id}：菜单里没有 ${service}`]),
      ...[post, ...otherwise]
        .filter((name) => !posts.has(name) && !kinds.includes(name))
        .map((name) => `规则 ${id}：没有岗位 ${name}`),
    ]),
    ...places.flatMap(({ name, orgPath }) =>
      isWithin(orgPath, area.path) && areaPathOf(orgPath) === area.path ? [] : [`码“${name}”不在本工作区里`],
    ),
    ...[...unserved].map(
      ([line, where]) => `${line}：${where[0]}${where.length > 1 ? ` 等 ${where.length} 处` : ''}`,
    ),
  ];
}

function twice(what: string, ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map(
    (id) => `${what} ${id} 用了两次`,
  );
}
