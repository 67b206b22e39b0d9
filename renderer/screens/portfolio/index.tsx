import { useText } from '../../app/index.ts';
import { api, useCore } from '../../stores/index.ts';

/** The properties the company looks after. */
export function Portfolio() {
  const { t } = useText();
  const portfolio = useCore('portfolio', ['portfolio'], () => api.portfolio.get.query());
  return (
    <div className="screen-plain">
      <h1>{t('frame.screens.portfolio')}</h1>
      <ul>
        {portfolio?.properties.map((property) => (
          <li key={property.id}>
            {property.name} · {property.address}
          </li>
        ))}
      </ul>
    </div>
  );
}
