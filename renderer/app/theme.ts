import { type CSSVariablesResolver, createTheme, Input } from '@mantine/core';

/** Mantine's parts in the console's own colours (theme.css), sizes and type. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, "DejaVu Sans Mono", monospace',
  primaryColor: 'blue',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Labels as those of our own fields (.field-label).
    InputWrapper: Input.Wrapper.extend({
      styles: { label: { color: 'var(--dim)', fontSize: '0.78rem', fontWeight: 400, marginBottom: '0.25rem' } },
    }),
  },
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.2rem' },
});

const variables = {
  '--mantine-color-body': 'var(--pane)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--dim)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-color-anchor': 'var(--focus)',
  '--mantine-color-error': 'var(--p1-ink)',
  '--mantine-color-default': 'var(--field)',
  '--mantine-color-default-hover': 'var(--lift)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--lift)',
  '--mantine-color-disabled-color': 'var(--faint)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--main)',
  '--mantine-primary-color-filled-hover': 'var(--main-hover)',
  '--mantine-primary-color-contrast': 'var(--main-ink)',
  '--mantine-primary-color-light': 'var(--p3-bg)',
  '--mantine-primary-color-light-color': 'var(--focus)',
};

/** Both schemes read the same tokens; theme.css gives them their colours. */
export const themeVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
