import type { ReactNode } from 'react';
import './sheet.css';

/** The top of a screen: its name, what switches it (tabs), and what can be done, with keys. */
export function ScreenHead(props: {
  readonly title: string;
  readonly tabs?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { title, tabs, children } = props;
  return (
    <header className="screen-head">
      <h1>{title}</h1>
      {tabs}
      {children && <div className="screen-actions">{children}</div>}
    </header>
  );
}
