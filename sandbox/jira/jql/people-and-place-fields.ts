import { badRequest } from '../fault';
import { missing, noFunction, type FieldContext, type JqlField } from './field';

export function projectField({ store, access, asker }: FieldContext): JqlField {
  return {
    name: 'project',
    kind: 'equality',
    read: ({ project }) => project.id,
    sortBy: ({ project }) => project.name.toLowerCase(),
    resolve(operand) {
      if (operand.kind === 'function') throw noFunction(operand.name);
      const { text } = operand;
      const named = [...store.projects.values()].find(
        ({ name }) => name.toLowerCase() === text.toLowerCase(),
      );
      const project = store.findProject(text) ?? named;
      if (project === undefined || !access.canBrowse(asker, project)) {
        throw missing(text, 'project');
      }
      return project.id;
    },
  };
}

export function userField(
  name: 'assignee' | 'reporter' | 'creator',
  { store, asker }: FieldContext,
): JqlField {
  return {
    name,
    kind: 'equality',
    read: (issue) => issue[name],
    sortBy(issue) {
      const accountId = issue[name];
      if (accountId === null) return null;
      return (store.users.get(accountId)?.displayName ?? accountId).toLowerCase();
    },
    resolve(operand) {
      if (operand.kind === 'function') {
        if (operand.name.toLowerCase() !== 'currentuser') throw noFunction(operand.name);
        return asker.kind === 'user' ? asker.accountId : '';
      }
      if (store.users.has(operand.text)) return operand.text;
      throw missing(operand.text, name);
    },
  };
}

/** Ordered by number, so that `id > 10500` and `key >= ITH-5` work. */
export function keyField(name: string, { store, access, asker }: FieldContext): JqlField {
  return {
    name,
    kind: 'ordered',
    read: ({ numericId }) => numericId,
    sortBy: ({ project, sequence, numericId }) =>
      name.toLowerCase() === 'id'
        ? numericId
        : `${project.key}-${String(sequence).padStart(12, '0')}`,
    resolve(operand) {
      if (operand.kind === 'function') throw noFunction(operand.name);
      const { text } = operand;
      const issue = store.findIssue(text);
      if (issue !== null && access.canBrowse(asker, issue.project)) return issue.numericId;
      throw badRequest(`An issue with key '${text}' does not exist for field '${name}'.`);
    },
  };
}
