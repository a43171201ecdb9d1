import { randomUUID } from 'node:crypto';
import { invalidInput } from '#errors/invalid-input.ts';
import type { Organization, OrganizationDraft } from '../organization-store.ts';
import type { Collection } from './collection.ts';
import type { Exclusion, StillAlone } from './exclusion.ts';
import {
  childrenIndex,
  toOrganization,
  toOrganizationDocument,
  type OrganizationDocument,
} from './organization-document.ts';
import type { ReportOrganizations } from './report-organizations.ts';
import { scan } from './scan.ts';
import { notFound } from './store-errors.ts';

const sentences = {
  BELOW_ITSELF: { zh: '单位不能隶属于自身或其下级。', en: 'An organization cannot lie below itself.' },
  BLANK: { zh: '单位名称不能为空。', en: 'The name is blank.' },
  NAME_TAKEN: { zh: '已有名为“{name}”的单位。', en: 'There is another organization of the name “{name}”.' },
} as const;

const unfinished = { spreading: { $in: ['reports', 'branch'] } };

/** Changes of the tree of organizations. */
export interface OrganizationTree {
  save(draft: OrganizationDraft): Promise<Organization>;
  /** Ends changes that broke off, whoever made them. */
  finish(): Promise<void>;
  /** Puts every lineage right, after organizations were stored in any order. */
  mend(): Promise<void>;
}

/** What the tree works on. */
export interface TreeParts {
  readonly organizations: Collection<OrganizationDocument>;
  readonly reports: Pick<ReportOrganizations, 'retell'>;
  readonly exclusion: Exclusion;
}

/**
 * Changes an organization by one atomic write, which also marks that lineages below and reports must follow. The mark
 * goes when they have, so that a change that broke off is seen, and doing it again does no harm.
 */
export function createOrganizationTree({ organizations, reports, exclusion }: TreeParts): OrganizationTree {
  async function find(id: string): Promise<OrganizationDocument> {
    const [found] = await organizations.find({ _id: id });
    if (!found) throw notFound('organization', id);
    return found;
  }

  async function add({ name, parent }: OrganizationDraft): Promise<Organization> {
    const made = place({ id: randomUUID(), name, parent }, parent === null ? undefined : await find(parent));
    if (!(await organizations.insert(toOrganizationDocument(made)))) throw nameTaken(name);
    return made;
  }

  async function change(id: string, draft: OrganizationDraft, stillAlone: StillAlone): Promise<Organization> {
    const current = await find(id);
    const above = draft.parent === null ? undefined : await find(draft.parent);
    if (above?.lineage.includes(id)) throw invalidInput('parent', sentences.BELOW_ITSELF);
    const next = place({ ...draft, id }, above);
    if (next.name === current.name && next.parent === current.parent) return toOrganization(current);
    await stillAlone();
    const spreading = next.parent === current.parent ? 'reports' : 'branch';
    const outcome = await organizations.replace({ _id: id }, { ...toOrganizationDocument(next), spreading });
    if (outcome === 'taken') throw nameTaken(next.name);
    await spread(await find(id), stillAlone);
    return next;
  }

  async function spread(top: OrganizationDocument, stillAlone: StillAlone): Promise<void> {
    const waiting = [top];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await stillAlone();
      await reports.retell(next);
      if (top.spreading === 'branch') waiting.push(...(await renewChildren(next, stillAlone)));
    }
    const { _id } = top;
    await organizations.change({ _id }, { $unset: { spreading: true } });
  }

  async function renewChildren(above: OrganizationDocument, stillAlone: StillAlone): Promise<OrganizationDocument[]> {
    const { _id: parent, lineage } = above;
    const renewed: OrganizationDocument[] = [];
    const scanning = { condition: { parent }, paths: ['_id'], index: childrenIndex };
    for await (const children of scan(organizations, scanning)) {
      await stillAlone();
      // Only data from elsewhere can hold a circle.
      for (const { _id } of children.filter((child) => !lineage.includes(idOf(child)))) {
        const changed = await organizations.change({ _id }, { $set: { lineage: [...lineage, _id] } });
        if (changed) renewed.push(changed);
      }
    }
    return renewed;
  }

  async function finish(stillAlone: StillAlone): Promise<void> {
    for (;;) {
      const some = await organizations.find(unfinished, { limit: 100 });
      if (some.length === 0) return;
      for (const one of some) await spread(one, stillAlone);
    }
  }

  async function mend(stillAlone: StillAlone): Promise<void> {
    for await (const batch of scan(organizations, { paths: ['parent', 'lineage'] })) {
      const parents = await organizations.find({ _id: { $in: batch.flatMap(({ parent }) => parent ?? []) } });
      const byId = new Map(parents.map((parent) => [toOrganization(parent).id, parent]));
      await stillAlone();
      for (const wrong of batch.filter((one) => isMisplaced(one, byId.get(one.parent ?? '')))) {
        await replant(wrong, stillAlone);
      }
    }
  }

  async function replant({ _id, parent }: OrganizationDocument, stillAlone: StillAlone): Promise<void> {
    const lineage = [...(parent === null ? [] : (await find(parent)).lineage), _id];
    const planted = await organizations.change({ _id }, { $set: { lineage, spreading: 'branch' } });
    if (planted) await spread(planted, stillAlone);
  }

  return {
    save: ({ id, ...draft }) => {
      if (draft.name.trim() === '') return Promise.reject(invalidInput('name', sentences.BLANK));
      return exclusion(async (stillAlone) => {
        await finish(stillAlone);
        return id === undefined ? add(draft) : change(id, draft, stillAlone);
      });
    },
    finish: async () => {
      if ((await organizations.count(unfinished)) > 0) await exclusion(finish);
    },
    mend: () => exclusion(mend),
  };
}

function idOf({ _id: id }: OrganizationDocument): string {
  return id;
}

function place({ id, name, parent }: OrganizationDraft & { readonly id: string }, above?: OrganizationDocument) {
  return { id, name, parent, lineage: [...(above?.lineage ?? []), id] };
}

function isMisplaced({ _id, lineage, parent }: OrganizationDocument, above: OrganizationDocument | undefined): boolean {
  if (parent !== null && !above) return false;
  const right = [...(above?.lineage ?? []), _id];
  return above?.lineage.includes(_id) !== true && right.join('/') !== lineage.join('/');
}

function nameTaken(name: string): Error {
  return invalidInput('name', sentences.NAME_TAKEN, { name });
}
