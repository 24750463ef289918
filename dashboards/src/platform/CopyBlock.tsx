import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function CopyBlock({ text, label = 'curl' }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  // Without HTTPS (other than on this machine) the browser offers no clipboard: the text can still be selected.
  const copy = () =>
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 2500);
    });
  return (
    <div className="copy-block">
      <pre tabIndex={0} role="region" aria-label={label}>
        <code>{text}</code>
      </pre>
      {'clipboard' in navigator && (
        <button className="button button--small" type="button" onClick={copy} data-testid="copy">
          {isCopied ? t('platform.copied') : t('platform.copy')}
        </button>
      )}
      <span role="status" className="visually-hidden">
        {isCopied ? t('platform.copied') : ''}
      </span>
    </div>
  );
}
