import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { positionGroupsQuery } from '../api/compliance';
import { useCsvFile } from '../format/useCsvFile';
import { Section } from '../parts/Section';
import { PartFailure } from '../shell/Failure';
import { Loading } from '../shell/Loading';
import { CountsSection } from './CountsSection';

/** By the group of their position, of an agency or of the nation (null). */
export function GroupsSection({ code, year, span }: { code: string | null; year: number; span?: 6 }) {
  const { t } = useTranslation();
  const fileOf = useCsvFile(code ?? '', year);
  const groups = useQuery(positionGroupsQuery(code, year));
  if (!groups.data) {
    return (
      <Section title={t('groups.title')} span={span} testId="groups">
        {groups.isError ? (
          <PartFailure error={groups.error} onRetry={() => void groups.refetch()} />
        ) : (
          <Loading what="compliance" minHeight="16rem" />
        )}
      </Section>
    );
  }
  return (
    <CountsSection
      title={t('groups.title')}
      nameColumn={t('groups.group')}
      rows={groups.data.map((group) => ({ ...group, key: group.name, name: group.name || t('groups.nobody') }))}
      file={fileOf('groups')}
      span={span}
      testId="groups"
    />
  );
}
