import { IconBan, IconHelpCircle, IconMessage2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../lib/i18n';
import type { Step } from '../../lib/types';
import { CopyPhrase } from './copy-phrase';
import instructionClasses from './instructions.module.css';

/** What to do, what to say, what never to do, and why. Each has a sign and a heading: colour alone says nothing. */
export function Instructions({ step }: { step: Step }) {
  const { t, say } = useTexts();
  return (
    <>
      {step.do.length > 0 && (
        <ol className={instructionClasses.do} aria-label={t('incident.do')}>
          {step.do.map((text) => (
            <li key={text.zh}>
              <span>{say(text)}</span>
            </li>
          ))}
        </ol>
      )}
      {step.say.length > 0 && (
        <Block kind="say" title={t('incident.say')} icon={<IconMessage2 size={22} aria-hidden />}>
          {step.say.map((text) => (
            <li key={text.zh}>
              <span>{say(text)}</span>
              <CopyPhrase text={say(text)} />
            </li>
          ))}
        </Block>
      )}
      {step.never.length > 0 && (
        <Block kind="never" title={t('incident.never')} icon={<IconBan size={22} aria-hidden />}>
          {step.never.map((text) => (
            <li key={text.zh}>
              <span>{say(text)}</span>
            </li>
          ))}
        </Block>
      )}
      {step.why && (
        <details className={instructionClasses.why}>
          <summary>
            <IconHelpCircle size={20} aria-hidden />
            {t('incident.why')}
          </summary>
          <p>{say(step.why)}</p>
        </details>
      )}
    </>
  );
}

type BlockProps = { kind: 'say' | 'never'; title: string; icon: ReactNode; children: ReactNode };

function Block({ kind, title, icon, children }: BlockProps) {
  return (
    <section className={instructionClasses.block} data-kind={kind}>
      <h3>
        {icon}
        {title}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}
