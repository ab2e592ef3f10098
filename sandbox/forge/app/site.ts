/** Names of the simulated installation. */
export const SITE = {
  cloudId: 'sandbox-cloud-id',
  siteUrl: 'https://sandbox.atlassian.net',
  installContext: 'ari:cloud:jira::site/sandbox-cloud-id',
  installationId: 'sandbox-installation',
  environmentId: 'sandbox-environment',
  environmentType: 'DEVELOPMENT',
  appVersion: '1.0.0',
} as const;

/** `ari:cloud:ecosystem::app/<id>` → `<id>`. */
export const bareAppId = (appAri: string): string => appAri.replace(/^.*\//, '');
