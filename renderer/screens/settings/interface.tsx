import { Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AlarmSound } from '#shared/contract';
import { startSound, useText } from '../../app/index.ts';
import { ActionButton, Choice } from '../../parts/index.ts';
import { prefer, usePreferences } from '../../stores/index.ts';

const SOUNDS = ['siren', 'pulse', 'chime'] as const satisfies readonly AlarmSound[];

/** How this window looks, sounds and listens. Kept in the window; nobody else's changes. */
export function InterfaceSettings() {
  const { t } = useText();
  const preferences = usePreferences();
  return (
    <div className="split">
      <section className="card rows" aria-label={t('settings.interface')}>
        <Choice
          label={t('settings.language')}
          options={[
            { value: 'follow', label: t('settings.languageFollow') },
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
          value={preferences.language ?? 'follow'}
          onChange={(language) => prefer({ language: language === 'follow' ? null : language })}
        />
        <Choice
          label={t('settings.theme')}
          options={[
            { value: 'dark', label: t('settings.dark') },
            { value: 'light', label: t('settings.light') },
          ]}
          value={preferences.theme}
          onChange={(theme) => prefer({ theme })}
        />
        <Checkbox
          label={t('settings.letterKeys')}
          description={t('settings.letterKeysHint')}
          checked={preferences.hasLetterKeys}
          onChange={(event) => prefer({ hasLetterKeys: event.currentTarget.checked })}
        />
      </section>
      <SoundTest />
    </div>
  );
}

function SoundTest() {
  const { t } = useText();
  const [playing, setPlaying] = useState<AlarmSound | null>(null);
  useEffect(() => (playing === null ? undefined : startSound(playing, playing !== 'chime')), [playing]);
  return (
    <section className="card rows" aria-label={t('settings.sounds')}>
      <h2>{t('settings.sounds')}</h2>
      <p className="dim">{t('settings.soundsWords')}</p>
      <ul className="sound-list">
        {SOUNDS.map((sound) => (
          <li key={sound}>
            <span>{t(`settings.sound.${sound}`)}</span>
            <ActionButton
              label={playing === sound ? t('settings.stop') : t('settings.play')}
              kind={playing === sound ? 'main' : 'plain'}
              onPress={() => setPlaying(playing === sound ? null : sound)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
