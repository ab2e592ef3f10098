import { z } from 'zod';

/** A message of a frame; the types are those of frame-messages.ts. */
export const fromFrameSchema = z.discriminatedUnion('firstline', [
  z.object({
    firstline: z.literal('call'),
    id: z.number(),
    command: z.string(),
    data: z.unknown().optional(),
  }),
  z.object({ firstline: z.literal('height'), px: z.number() }),
  z.object({ firstline: z.literal('ready') }),
]);

const callbackSchema = z.object({ __callback: z.number() });

export const invokeSchema = z.object({
  functionKey: z.string(),
  payload: z.unknown(),
  metadata: z.unknown().optional(),
  invokeType: z.string().optional(),
});

/** Egress that an administrator approves; of its types only the app's functions are simulated. */
export const egressSetSchema = z.object({
  egresses: z.array(
    z.object({
      key: z.string(),
      description: z.string(),
      configured: z.array(
        z.object({ domain: z.string(), type: z.tuple([z.literal('FETCH_BACKEND_SIDE')]) }),
      ),
    }),
  ),
});

export const fetchProductSchema = z.object({
  product: z.literal('jira'),
  restPath: z.string(),
  fetchRequestInit: z
    .object({
      method: z.string().optional(),
      headers: z
        .union([z.array(z.tuple([z.string(), z.string()])), z.record(z.string(), z.string())])
        .optional(),
      body: z.string().nullish(),
    })
    .optional(),
  isMultipartFormData: z.boolean().optional(),
});

/** By address, or by a place and what names it. */
export const locationSchema = z.union([
  z.object({ url: z.string() }),
  z.object({ target: z.literal('issue'), issueKey: z.string() }),
  z.object({ target: z.literal('dashboard') }),
  z.object({
    target: z.literal('module'),
    moduleKey: z.string(),
    projectKey: z.string().optional(),
    path: z.string().optional(),
  }),
]);

export const navigateSchema = z.intersection(
  locationSchema,
  z.object({ type: z.enum(['same-tab', 'new-tab']) }),
);

const panelLocationSchema = z.object({
  pathname: z.string().startsWith('/'),
  search: z.string(),
  hash: z.string(),
  state: z.unknown(),
  key: z.string(),
});
export const createHistorySchema = z.object({ onPop: callbackSchema });
export const historyMoveSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['push', 'replace']), location: panelLocationSchema }),
  z.object({ kind: z.literal('go'), delta: z.number() }),
]);

export const onSchema = z.object({ event: z.string(), callback: callbackSchema });
export const emitSchema = z.object({ event: z.string(), payload: z.unknown().optional() });
export const unsubscribeSchema = z.object({ subscription: z.number() });
export const onCloseSchema = callbackSchema;
export const titleSchema = z.string();
export const closeFlagSchema = z.object({ id: z.union([z.string(), z.number()]) });

export const flagSchema = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.enum(['info', 'success', 'warning', 'error']).catch('info'),
  isAutoDismiss: z.boolean().optional(),
  actions: z.array(z.object({ text: z.string(), onClick: callbackSchema })).optional(),
});
