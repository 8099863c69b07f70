/** The table of responsibility as those who keep it see it. */
import type { FindingView, RuleView, TableView } from '@/contract/desk';
import type { Catalogue } from '@/domain/catalogue/catalogue';
import type { Staff } from '@/domain/flow/actor';
import { isKind, onDuty } from '@/domain/org/dispatch';
import { findFaults, groupFaults, isBlocking } from '@/domain/org/faults';
import { type Area, type PostKind, placeWords, type Responsibility } from '@/domain/org/org';
import { may } from '@/domain/org/policy';
import { POST_KIND_WORDS, postWords, sayFinding, subjectWords, validityWords } from '@/domain/org/words';

export interface Seen {
  readonly home: Area;
  readonly menu: Catalogue;
  readonly now: number;
}

export function tableOf({ home, menu, now }: Seen, staff: Staff): TableView {
  return {
    rev: home.rev ?? 0,
    maySave: may(staff, 'saveTable', home.path),
    offices: menu.offices,
    rules: home.responsibility.map((rule) => ruleOf(rule, { home, menu, now })),
    findings: findingsOf({ home, menu, now }),
    posts: [
      ...KINDS_NAMED.map((kind) => ({ id: kind, name: `就近的${POST_KIND_WORDS[kind]}` })),
      ...home.posts.filter(({ kind }) => kind === 'office').map(({ id, name }) => ({ id, name })),
    ],
  };
}

/** What is wrong with the table, the worst first. */
export function findingsOf({ home, menu, now }: Seen): FindingView[] {
  return groupFaults(findFaults(home, menu.services, now)).map((finding) => ({
    fault: finding.fault,
    ...sayFinding(home, finding, menu.services),
    count: finding.services.length * finding.places.length,
    blocking: isBlocking(finding),
  }));
}

/** The kinds of post that a rule may name instead of one post. */
const KINDS_NAMED = ['grid-worker', 'property'] as const satisfies PostKind[];

function ruleOf(rule: Responsibility, { home, menu, now }: Seen): RuleView {
  const post = home.posts.find(({ id }) => id === rule.post);
  const [first, ...others] = [rule.post, ...(rule.otherwise ?? [])].map((named) =>
    isKind(named) ? `就近的${postWords(home, named)}` : postWords(home, named),
  );
  const service = menu.services.find(({ id }) => id === rule.service);
  return {
    rule,
    words: subjectWords(rule, menu.services, menu.offices),
    where: placeWords(home, rule.place),
    office: service?.office ?? rule.service.replace(/^office:|^\*$/, ''),
    who: [first, ...others.map((name) => `没有就找${name}`)].join('，'),
    now: post
      ? onDuty(home, post, now)
          .map(({ name }) => name)
          .join('、')
      : '',
    valid: validityWords(rule),
  };
}
