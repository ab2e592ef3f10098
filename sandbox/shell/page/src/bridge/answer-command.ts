import { z } from 'zod';

import { parseRoute, projectOf } from '../session/route';
import { contextOf } from './context-of';
import { approveEgress, fetchProduct, invoke } from './remote-commands';
import type { FrameHost } from './frame-host';
import { createHistory, moveHistory } from './history-commands';
import { destinationOf, urlOf, type Destination } from './locations';
import * as messages from './messages';

type Command = (data: unknown, host: FrameHost) => unknown;

/** Close callbacks are kept among the frame's subscriptions, under a name no panel can emit. */
const CLOSING = ' closing';

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['getContext', (_, host) => contextOf(host)],
  ['invoke', (data, host) => invoke(messages.invokeSchema.parse(data), host)],
  ['fetchProduct', (data, host) => fetchProduct(messages.fetchProductSchema.parse(data), host)],
  [
    '__permission__egressSet',
    (data, host) => approveEgress(messages.egressSetSchema.parse(data), host),
  ],
  ['enableTheming', (_, host) => host.pushTheme()],
  ['submit', (data, host) => host.submit(data)],
  ['close', (_, host) => close(host)],
  ['onClose', (data, host) => listen(CLOSING, messages.onCloseSchema.parse(data), host)],
  ['refresh', (_, host) => host.refresh()],
  ['createHistory', (data, host) => createHistory(messages.createHistorySchema.parse(data), host)],
  ['__history', (data, host) => moveHistory(messages.historyMoveSchema.parse(data), host)],
  ['navigate', (data, host) => navigate(messages.navigateSchema.parse(data), host)],
  ['open', () => true],
  ['reload', () => location.reload()],
  ['getUrl', (data, host) => getUrl(messages.locationSchema.parse(data), host)],
  ['showFlag', (data, host) => showFlag(messages.flagSchema.parse(data), host)],
  ['closeFlag', (data, host) => closeFlag(messages.closeFlagSchema.parse(data).id, host)],
  ['on', (data, host) => on(messages.onSchema.parse(data), host)],
  ['onPublic', (data, host) => on(messages.onSchema.parse(data), host)],
  ['emit', (data, host) => emit(messages.emitSchema.parse(data), host)],
  ['emitPublic', (data, host) => emit(messages.emitSchema.parse(data), host)],
  ['__unsubscribe', (data, host) => unsubscribe(data, host)],
  ['emitReadyEvent', () => true],
  ['getFrameId', (_, host) => host.localId],
  ['changeWindowTitle', (data) => void (document.title = messages.titleSchema.parse(data))],
]);

/** Commands that exist in the product and not here. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['openModal', 'modal dialogs are not part of the sandbox: show it within the panel'],
]);

/**
 * What the page answers to a call of `@forge/bridge` in a frame.
 *
 * @throws with a message that names the command, for those it cannot serve
 */
export async function answerCommand(
  name: string,
  data: unknown,
  host: FrameHost,
): Promise<unknown> {
  const command = COMMANDS.get(name);
  if (command === undefined) {
    throw new Error(
      `${name}: ${UNSUPPORTED.get(name) ?? 'the sandbox does not know this command'}`,
    );
  }
  try {
    return await command(data, host);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new Error(`${name}: ${z.prettifyError(error)}`, { cause: error });
  }
}

function close(host: FrameHost): boolean {
  host.subscriptions.deliver(CLOSING, null);
  return host.close();
}

function listen(
  event: string,
  { __callback: callback }: z.infer<typeof messages.onCloseSchema>,
  host: FrameHost,
): true {
  host.subscriptions.add(event, callback);
  return true;
}

function navigate(
  { type, ...target }: z.infer<typeof messages.navigateSchema>,
  host: FrameHost,
): void {
  const destination = destinationIn(host, target);
  if (destination.kind === 'here' && type === 'same-tab') {
    location.hash = destination.hash;
    return;
  }
  window.open(urlOf(destination, location.href), '_blank', 'noopener');
}

const getUrl = (target: z.infer<typeof messages.locationSchema>, host: FrameHost): string =>
  urlOf(destinationIn(host, target), location.href);

const destinationIn = (
  { session }: FrameHost,
  target: z.infer<typeof messages.locationSchema>,
): Destination =>
  destinationOf(target, {
    pageUrl: location.href,
    modules: session.state.modules,
    instances: session.state.instances,
    project: projectOf(parseRoute(location.hash)),
  });

function showFlag(flag: z.infer<typeof messages.flagSchema>, host: FrameHost): true {
  host.session.flags.show({
    id: String(flag.id),
    title: flag.title ?? '',
    description: flag.description ?? null,
    tone: flag.type,
    isAutoDismiss: flag.isAutoDismiss === true,
    actions: (flag.actions ?? []).map(({ text, onClick }) => ({
      text,
      run: () => host.callBack(onClick.__callback, []),
    })),
  });
  return true;
}

function closeFlag(id: string | number, host: FrameHost): true {
  host.session.flags.close(String(id));
  return true;
}

function on({ event, callback }: z.infer<typeof messages.onSchema>, host: FrameHost): unknown {
  return { __subscription: host.subscriptions.add(event, callback.__callback) };
}

function emit({ event, payload }: z.infer<typeof messages.emitSchema>, host: FrameHost): void {
  host.session.hub.emit(event, payload);
}

function unsubscribe(data: unknown, host: FrameHost): void {
  host.subscriptions.remove(messages.unsubscribeSchema.parse(data).subscription);
}
