import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function AdminHead({ title, lead, tools }: { title: string; lead: string; tools?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="page-head">
      <title>{`${title} · ${t('product')}`}</title>
      <div className="page-head__title">
        <h1>{title}</h1>
        <p className="page-head__about">{lead}</p>
      </div>
      {tools && <div className="page-head__tools">{tools}</div>}
    </div>
  );
}
