import type { ShellModule } from '../../../shell-api';
import type { PanelRoute } from '../session/panel-route';
import type { Session } from '../session/session';
import type { Subscriptions } from './frame-hub';

/** What a frame's commands act on. */
export interface FrameHost {
  readonly session: Session;
  readonly module: ShellModule;
  /** Differs from frame to frame. */
  readonly localId: string;
  /** As the platform describes the place of this kind of panel. */
  readonly extension: Readonly<Record<string, unknown>>;
  /** Null for panels that share a page with others. */
  readonly route: PanelRoute | null;
  readonly subscriptions: Subscriptions;
  /** Calls a function of the frame by its number. */
  callBack(callback: number, args: readonly unknown[]): void;
  /** From now on the frame is told of the theme. */
  pushTheme(): void;
  /** Each answers false where the place has nothing of the kind. */
  submit(payload: unknown): boolean;
  close(): boolean;
  refresh(): boolean;
}
