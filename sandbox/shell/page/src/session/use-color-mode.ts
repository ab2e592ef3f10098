import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';
import { useEffect } from 'react';

import { useStored } from './use-stored';

export type ColorMode = 'light' | 'dark';

/** The page's theme: as last chosen here, else what the system prefers. */
export function useColorMode(): readonly [ColorMode, (mode: ColorMode) => void] {
  const [stored, store] = useStored('color-mode');
  const colorMode = stored === 'light' || stored === 'dark' ? stored : systemColorMode();

  useEffect(() => {
    void setGlobalTheme({
      colorMode,
      light: 'light',
      dark: 'dark',
      spacing: 'spacing',
      typography: 'typography',
      shape: 'shape',
    });
  }, [colorMode]);

  return [colorMode, store];
}

const systemColorMode = (): ColorMode =>
  matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
