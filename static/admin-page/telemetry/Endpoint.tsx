import { CopyField } from '../../shared/form/CopyField';
import { useTexts } from '../../shared/texts/use-texts';
import { exporterSettings, TOKEN_PLACE } from './exporter-settings';

/** Where agents send, and what an OpenTelemetry exporter is told. */
export function Endpoint({ endpoint }: { readonly endpoint: string | null }) {
  const t = useTexts();
  return (
    <section className="admin-stack" aria-labelledby="endpoint-title">
      <h2 id="endpoint-title" className="section-title">
        {t('admin.endpoint.title')}
      </h2>
      {endpoint === null ? (
        <p>{t('admin.endpoint.none')}</p>
      ) : (
        <>
          <CopyField
            label={t('admin.endpoint.address')}
            hint={t('admin.endpoint.addressHint')}
            value={endpoint}
            copyLabel={t('admin.endpoint.copyAddress')}
          />
          <CopyField
            label={t('admin.endpoint.settings')}
            hint={t('admin.endpoint.settingsHint', { place: TOKEN_PLACE })}
            value={exporterSettings(endpoint, TOKEN_PLACE)}
            copyLabel={t('admin.endpoint.copySettings')}
          />
        </>
      )}
    </section>
  );
}
