import { usePanel } from '../shared/panel';

/** The settings of one desk. */
export function ProjectSettings() {
  const { context } = usePanel();
  return <h1>{context.projectKey}</h1>;
}
