/** Who I am here: my name as I left it, and my work identity if I have one. */
import type { Me } from '@/contract';
import type { Actor } from '@/domain/flow/actor';
import { desksOf, isLead } from '@/domain/org/policy';
import { area } from '../../runtime/directory';
import { signed } from '../../runtime/serve';

export const openSession = signed<'session.open'>((_, { actor }) => meOf(actor));

/** 第2网格 before 第10网格: numbers inside names are read as numbers. */
const naturally = new Intl.Collator('zh-CN', { numeric: true }).compare;

/** The person as their own phone knows them. */
export async function meOf(actor: Actor & { readonly phone: string }): Promise<Me> {
  const { id, name, phone, staff, volunteer = null } = actor;
  if (!staff) return { id, name, phone, staff: null, volunteer };
  const home = await area(staff.area);
  return {
    id,
    name,
    phone,
    staff: {
      id: staff.id,
      name,
      posts: staff.posts.map((post) => post.name).sort(naturally),
      desk: desksOf(staff),
      leads: isLead(staff),
      area: home.path,
      areaName: home.name,
      villages: home.nodes
        .filter((node) => node.kind === 'village')
        .map(({ path, name: village }) => ({ path, name: village })),
    },
    volunteer,
  };
}
