import { usePanel } from '../shared/panel';

/** The report of one desk. */
export function ProjectPage() {
  const { context } = usePanel();
  return <h1>{context.projectKey}</h1>;
}
