import { useIsFetching } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Loading } from '../shell/Loading';

/**
 * What stands further down, asked for once all that was asked above it has come: what one looks at first need not wait for it. At once where
 * nothing is on its way, as on the way back to a page that was there.
 */
export function Later({ children }: { children: ReactNode }) {
  const isFetching = useIsFetching() > 0;
  const [isTime, setTime] = useState(!isFetching);
  useEffect(() => {
    if (!isFetching) setTime(true);
  }, [isFetching]);
  return isTime ? children : <Loading what="compliance" minHeight="24rem" />;
}
