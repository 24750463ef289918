import { useTranslation } from 'react-i18next';
import { useFormats } from '../format/useFormats';

/** Under a list: how much of it is shown, and the next page. */
export function More({ shown, query }: { shown: number; query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown } }) {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <div className="more no-print">
      <p className="quiet" role="status">
        {t('admin.shown', { count: shown, replace: { count: count(shown) } })}
      </p>
      {query.hasNextPage && (
        <button className="button" type="button" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} data-testid="more">
          {query.isFetchingNextPage ? t('admin.loadingMore') : t('admin.more')}
        </button>
      )}
    </div>
  );
}
