import { X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { Document } from '../../../schemas/records/document.ts';
import { findPassage } from '../../../app/importers/pdf/find-passage.ts';
import type { PageMarks } from '../../../app/importers/pdf/places.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import { originalOf } from '../../use-cases/original-of.ts';
import { useT } from '../../i18n/index.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { focusPage, useReading } from '../reading/reading-state.ts';
import { passageToTag } from '../reading/tagging.ts';
import { useUi } from '../ui-state.ts';
import { useShownPage } from './shown-page.ts';
import { SourcePage } from './source-page.tsx';
import { usePagePlaces, type FoundPlaces } from './use-page-places.ts';

/** The page of the document that is read, beside its text, with the passage that is looked at marked on it. */
export function DocumentPage({ document }: { document: Document }) {
  const t = useT();
  const original = useOriginal(document);
  const found = usePagePlaces(document.sourceSha256, original ?? null);
  const passage = usePassage();
  const text = plainTextOf(document);
  const { places } = found;
  const marks = useMemo((): PageMarks[] | null => {
    const own = passage?.documentId === document.id ? passage.range : null;
    return places && own && findPassage(text.content, text.toCodePoint(own.start), text.toCodePoint(own.end), text.text.slice(own.start, own.end), places);
  }, [passage, document.id, places, text]);
  const close = () => {
    useShownPage.setState({ isShown: false });
    focusPage();
  };
  const closing = <IconButton icon={X} label={t('page.close')} onPress={close} />;
  if (original && places) {
    const word = passage === null ? 'page.no-passage' : marks === null ? 'page.not-found' : null;
    return <SourcePage bytes={original} places={places} marks={marks} end={closing} onClose={close} note={word && <p className="source-page-note">{t(word)}</p>} />;
  }
  return (
    <div className="source-page">
      <div className="source-page-bar"><span className="source-page-end">{closing}</span></div>
      <div className="source-page-wait">{original === null ? t('page.no-file') : <Waiting found={found} />}</div>
    </div>
  );
}

function Waiting({ found: { problem, done } }: { found: FoundPlaces }) {
  const t = useT();
  return problem ? <p>{t('page.failed')}</p> : <><p>{t('page.placing')}</p><ProgressBar label={t('page.placing')} done={done} /></>;
}

/** The bytes of the document's file; undefined until they are here, null where they are nowhere. */
function useOriginal(document: Document): Uint8Array | null | undefined {
  const [found, setFound] = useState<{ of: string; bytes: Uint8Array | null }>();
  const sha256 = document.sourceSha256;
  useEffect(() => {
    let gone = false;
    const look = async () => {
      const bytes = await originalOf(document);
      if (!gone) setFound({ of: sha256, bytes });
    };
    void look();
    return () => { gone = true; };
  }, [document, sha256]);
  return found?.of === sha256 ? found.bytes : undefined;
}

/** What is selected or chosen; where nothing is any more, what was last. */
function usePassage(): ReturnType<typeof passageToTag> {
  const selection = useReading((state) => state.selection);
  const focused = useUi((state) => state.focusedCodingId);
  const page = useReading((state) => state.page);
  const now = useMemo(() => (page && (selection ?? focused) !== null ? passageToTag() : null), [selection, focused, page]);
  const [last, setLast] = useState(now);
  if (now !== null && now !== last) setLast(now);
  return now ?? last;
}
