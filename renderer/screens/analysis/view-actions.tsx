import { Copy, Download } from 'lucide-react';
import { useEffect } from 'react';
import type { AnalysisView, ViewRequest } from '../../../app/analyses/view.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { bytesOf, saveImage, saveView } from '../../use-cases/analyse.ts';
import { notifyProblem } from '../../use-cases/notices.ts';
import { registerCommands } from '../palette/commands.ts';
import { copyPicture, copyTable } from './copy-view.ts';
import { rasterise } from './rasterise.ts';

export interface ViewActionsProps { view: AnalysisView; request: ViewRequest }

/** Ways to take along what is shown, as it is shown. */
export function ViewActions({ view, request }: ViewActionsProps) {
  const t = useT();
  useEffect(() => registerCommands([
    { id: 'analysis.copy', title: 'analysis.copyTable', group: 'analysis.group', run: () => copyTable(view) },
    { id: 'analysis.copyPicture', title: 'analysis.copyPicture', group: 'analysis.group', run: () => void copyAsImage(request, view), enabled: () => view.picture !== null },
    ...(['csv', 'xlsx', 'svg'] as const).map((format) => ({
      id: `analysis.export.${format}`, title: `analysis.export.${format}` as const, group: 'analysis.group' as const, run: () => void saveView(request, format),
      enabled: () => format !== 'svg' || view.picture !== null,
    })),
    { id: 'analysis.export.png', title: 'analysis.export.png', group: 'analysis.group', run: () => void saveAsImage(request), enabled: () => view.picture !== null },
  ]), [view, request]);
  const noPicture = view.picture === null;
  const copies: MenuEntry[] = [
    { id: 'table', label: t('analysis.copyTable'), onAction: () => copyTable(view) },
    { id: 'picture', label: t('analysis.copyPicture'), disabled: noPicture, onAction: () => void copyAsImage(request, view) },
  ];
  const files: MenuEntry[] = [
    ...(['xlsx', 'csv', 'svg'] as const).map((format): MenuEntry => ({
      id: format, label: t(`analysis.export.${format}`), detail: t(`analysis.export.${format}.detail`), disabled: format === 'svg' && noPicture, onAction: () => void saveView(request, format),
    })),
    { id: 'png', label: t('analysis.export.png'), detail: t('analysis.export.png.detail'), disabled: noPicture, onAction: () => void saveAsImage(request) },
  ];
  return (
    <span className="analysis-out">
      <Menu label={t('analysis.copy')} trigger={<Button icon={Copy}>{t('analysis.copy')}</Button>} items={copies} placement="bottom end" />
      <Menu label={t('analysis.export')} trigger={<Button icon={Download}>{t('analysis.export')}</Button>} items={files} placement="bottom end" />
    </span>
  );
}

async function copyAsImage(request: ViewRequest, { picture }: AnalysisView): Promise<void> {
  const png = await pngOf(request);
  if (png.ok) await copyPicture(png.value, picture?.summary ?? '');
  else notifyProblem(png.problem);
}

async function saveAsImage(request: ViewRequest): Promise<void> {
  const png = await pngOf(request);
  if (png.ok) await saveImage(request.id, png.value);
  else notifyProblem(png.problem);
}

async function pngOf(request: ViewRequest) {
  const svg = await bytesOf(request, 'svg');
  return svg.ok ? rasterise(new Uint8Array(svg.value)) : svg;
}
