import indonesia from '@svg-maps/indonesia';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { shareMet } from '../aggregate/share';
import type { ProvinceTotals } from '../api/contract';
import { useFormats } from '../format/useFormats';
import { classOf, mapProvinces, provinceNames, regionOf } from './provinces';

interface Props {
  provinces: ProvinceTotals[];
  nation: number | null;
  chosen: string;
  onChoose: (provinceCode: string) => void;
}

/** Which provinces are behind the nation. One stop for the keyboard, within which arrows move; the table beside it says the same. */
export default function ProvinceMap({ provinces, nation, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const regions = useRegions(provinces, nation);
  const [at, setAt] = useState(0);
  const [told, setTold] = useState<string | null>(null);
  const shapes = useRef<(SVGPathElement | null)[]>([]);
  const shown = regions.find(({ id }) => id === told);

  function move(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    const step = steps[event.key];
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(regions[at]!.code);
    } else if (step) {
      event.preventDefault();
      const next = (at + step + regions.length) % regions.length;
      setAt(next);
      shapes.current[next]?.focus();
    }
  }

  return (
    <div className="map" data-testid="province-map">
      <svg viewBox={indonesia.viewBox} role="group" aria-label={t('map.aria')} onKeyDown={move} onMouseLeave={() => setTold(null)}>
        {regions.map((region, index) => (
          <path
            key={region.id}
            ref={(shape) => void (shapes.current[index] = shape)}
            d={region.path}
            role="button"
            tabIndex={index === at ? 0 : -1}
            aria-label={region.words}
            aria-pressed={region.codes.includes(chosen)}
            className={`map__province map__province--${region.of}`}
            data-province={region.code}
            onClick={() => onChoose(region.code)}
            onMouseEnter={() => setTold(region.id)}
            onFocus={() => {
              setAt(index);
              setTold(region.id);
            }}
            onBlur={() => setTold(null)}
          />
        ))}
      </svg>
      {/* Room for two lines is kept, so that nothing below moves. */}
      <p className="map__told" aria-hidden="true">
        {shown?.words}
      </p>
    </div>
  );
}

/** The shapes in the order of the provinces' codes: from Aceh to Papua. */
function useRegions(provinces: ProvinceTotals[], nation: number | null) {
  const { t } = useTranslation();
  const { count, percent } = useFormats();
  return indonesia.locations
    .map(({ id, path }) => {
      const codes = mapProvinces[id] ?? [];
      const here = regionOf(codes, provinces);
      const known = codes.filter((code) => provinces.some((province) => province.provinceCode === code && province.people > 0));
      const share = here && shareMet(here);
      const province = (known.length > 0 ? known : codes).map((code) => provinceNames[code]).join(', ');
      return {
        id,
        path,
        codes,
        code: known[0] ?? codes[0] ?? '',
        of: here ? classOf(share, nation) : 0,
        words: here
          ? t('map.what', { province, share: share === null ? '–' : percent(share), unmet: count(here.unmet), agencies: count(here.agencies) })
          : t('map.whatNothing', { province }),
      };
    })
    .sort((a, b) => a.code.localeCompare(b.code));
}
