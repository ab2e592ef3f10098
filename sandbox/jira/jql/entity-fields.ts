import { JSM_FIELDS } from '../catalogue';
import type { NamedEntity, SiteIssue } from '../model';
import { namedOrId } from '../numbered-ids';
import type { SiteStore } from '../store';
import { missing, noFunction, type FieldContext, type JqlField, type JqlValue } from './field';

const UNRESOLVED = 'unresolved';

export function entityField(
  name: string,
  entities: readonly NamedEntity[],
  entityOf: (issue: SiteIssue) => NamedEntity | null,
): JqlField {
  return {
    name,
    kind: 'equality',
    read: (issue) => entityOf(issue)?.id ?? null,
    sortBy: (issue) => entityOf(issue)?.name.toLowerCase() ?? null,
    resolve(operand) {
      if (operand.kind === 'function') throw noFunction(operand.name);
      const entity = namedOrId(entities, operand.text);
      if (entity === null) throw missing(operand.text, name);
      return entity.id;
    },
  };
}

export function resolutionField({ resolutions }: SiteStore): JqlField {
  const field = entityField('resolution', resolutions, (issue) => issue.resolution);
  return {
    ...field,
    // An unresolved issue has a value of its own, and is EMPTY as well.
    read: (issue) => issue.resolution?.id ?? null,
    resolve(operand) {
      if (operand.kind === 'value' && operand.text.toLowerCase() === UNRESOLVED) return UNRESOLVED;
      return field.resolve(operand);
    },
  };
}

/** The pseudo value of `resolution = Unresolved`, which stands for EMPTY. */
export const standsForEmpty = (field: JqlField, value: JqlValue): boolean =>
  field.name === 'resolution' && value === UNRESOLVED;

/** By name: request types of several desks may share one. */
export function requestTypeField({ store }: FieldContext): JqlField {
  const { name } = JSM_FIELDS.requestType;
  const known = new Set<string>();
  for (const { key, requestTypes } of store.projects.values()) {
    for (const type of requestTypes) {
      known.add(type.name.toLowerCase()).add(`${type.name} (${key})`.toLowerCase());
    }
  }
  return {
    name,
    kind: 'equality',
    read: ({ requestType, project }) =>
      requestType === null
        ? null
        : [requestType.name, `${requestType.name} (${project.key})`].map((text) =>
            text.toLowerCase(),
          ),
    sortBy: ({ requestType }) => requestType?.name.toLowerCase() ?? null,
    resolve(operand) {
      if (operand.kind === 'function') throw noFunction(operand.name);
      const text = operand.text.toLowerCase();
      if (!known.has(text)) throw missing(operand.text, name);
      return text;
    },
  };
}

/** Ordered by urgency: `priority > Low` is more urgent, ascending begins with the least urgent. */
export function priorityField({ priorities }: SiteStore): JqlField {
  return {
    name: 'priority',
    kind: 'ordered',
    read: ({ priority }) => (priority === null ? null : -priority.rank),
    resolve(operand) {
      if (operand.kind === 'function') throw noFunction(operand.name);
      const priority = namedOrId(priorities, operand.text);
      const rank = priorities.find(({ id }) => id === priority?.id)?.rank;
      if (rank === undefined) throw missing(operand.text, 'priority');
      return -rank;
    },
  };
}
