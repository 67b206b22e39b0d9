import type { ReactNode } from 'react';

/** What a list says when there is nothing in it: what that means and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <div className="empty-words">{children}</div>}
    </div>
  );
}
