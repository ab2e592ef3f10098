import type { NamedEntity, SiteGroup, SiteProject, SiteStatus, StatusCategoryKey } from '../model';

const CATEGORIES: Readonly<
  Record<StatusCategoryKey, { readonly id: number; readonly name: string; colorName: string }>
> = {
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
  done: { id: 3, name: 'Done', colorName: 'green' },
};

export const categoryName = (key: StatusCategoryKey): string => CATEGORIES[key].name;

export function statusRef({ id, name, category }: SiteStatus, baseUrl: string) {
  const { id: categoryId, name: label, colorName } = CATEGORIES[category];
  return {
    self: `${baseUrl}/rest/api/3/status/${id}`,
    description: '',
    iconUrl: `${baseUrl}/images/icons/statuses/generic.png`,
    name,
    id,
    statusCategory: {
      self: `${baseUrl}/rest/api/3/statuscategory/${categoryId}`,
      id: categoryId,
      key: category,
      colorName,
      name: label,
    },
  };
}

export const issueTypeRef = ({ id, name }: NamedEntity, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/issuetype/${id}`,
  id,
  description: '',
  iconUrl: `${baseUrl}/rest/api/2/universal_avatar/view/type/issuetype/avatar/${id}`,
  name,
  subtask: false,
});

export const priorityRef = ({ id, name }: NamedEntity, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/priority/${id}`,
  iconUrl: `${baseUrl}/images/icons/priorities/${name.toLowerCase()}_new.svg`,
  name,
  id,
});

export const resolutionRef = ({ id, name }: NamedEntity, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/resolution/${id}`,
  id,
  description: '',
  name,
});

export const groupRef = ({ id, name }: SiteGroup, baseUrl: string) => ({
  name,
  groupId: id,
  self: `${baseUrl}/rest/api/3/group?groupId=${id}`,
});

export const projectRef = ({ id, key, name, projectTypeKey }: SiteProject, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/project/${id}`,
  id,
  key,
  name,
  projectTypeKey,
  simplified: false,
  avatarUrls: avatarUrls(`${baseUrl}/rest/api/3/universal_avatar/view/type/project/avatar/${id}`),
});

export const avatarUrls = (url: string) =>
  Object.fromEntries(
    ['16', '24', '32', '48'].map((px) => [`${px}x${px}`, `${url}?size=${px}`]),
  ) as Readonly<Record<'16x16' | '24x24' | '32x32' | '48x48', string>>;
