import { JSM_FIELDS, SUPPORT_GROUP_FIELD } from '../catalogue';
import { badRequest } from '../fault';
import { categoryName } from '../rest/entity-json';
import { appField } from './app-field';
import { entityField, priorityField, requestTypeField, resolutionField } from './entity-fields';
import type { FieldContext, JqlField } from './field';
import { keyField, projectField, userField } from './people-and-place-fields';
import { dateField, labelsField, numberField, orderOnly, slaField } from './value-fields';

const CATEGORY_KEYS = ['new', 'indeterminate', 'done'] as const;

/** The field that JQL calls by this name, id or alias; a 400 that names it when there is none. */
export function findJqlField(name: string, context: FieldContext): JqlField {
  const field = systemField(name, context) ?? appField(name, context);
  if (field !== null) return field;
  throw badRequest(`Field '${name}' does not exist or you do not have permission to view it.`);
}

function systemField(name: string, context: FieldContext): JqlField | null {
  const { store } = context;
  switch (name.toLowerCase()) {
    case 'project':
      return projectField(context);
    case 'status':
      return entityField('status', store.statuses, (issue) => issue.status);
    case 'statuscategory':
      return entityField(
        'statusCategory',
        CATEGORY_KEYS.map((key) => ({ id: key, name: categoryName(key) })),
        ({ status }) => ({ id: status.category, name: categoryName(status.category) }),
      );
    case 'resolution':
      return resolutionField(store);
    case 'issuetype':
    case 'type':
      return entityField('issuetype', store.issueTypes, (issue) => issue.issueType);
    case 'request type':
    case JSM_FIELDS.requestType.id:
    case 'cf[10010]':
      return requestTypeField(context);
    case 'priority':
      return priorityField(store);
    case 'labels':
      return labelsField();
    case SUPPORT_GROUP_FIELD.name.toLowerCase():
    case SUPPORT_GROUP_FIELD.id:
    case 'cf[10050]':
      return entityField(SUPPORT_GROUP_FIELD.name, store.groups, (issue) => issue.supportGroup);
    case 'assignee':
    case 'reporter':
    case 'creator':
      return userField(name.toLowerCase() as 'assignee' | 'reporter' | 'creator', context);
    case 'created':
    case 'createddate':
      return dateField('created', context, ({ createdMs }) => createdMs);
    case 'updated':
    case 'updateddate':
      return dateField('updated', context, ({ updatedMs }) => updatedMs);
    case 'resolved':
    case 'resolutiondate':
      return dateField('resolved', context, (issue) => issue.resolutionDateMs);
    case 'key':
    case 'issuekey':
    case 'id':
    case 'issue':
      return keyField(name, context);
    case 'summary':
      return orderOnly('summary', (issue) => issue.summary.toLowerCase());
    case 'satisfaction':
      return numberField('Satisfaction', (issue) => issue.satisfaction?.rating ?? null);
    case 'time to resolution':
      return slaField(JSM_FIELDS.timeToResolution.name, 'resolution', context);
    case 'time to first response':
      return slaField(JSM_FIELDS.timeToFirstResponse.name, 'firstResponse', context);
    default:
      return null;
  }
}
