import { analyses } from './analyses.ts';
import { codebookCsv } from './codebook-csv.ts';
import { codebookQdc } from './codebook-qdc.ts';
import { dataset } from './dataset.ts';
import { datasetGuarded } from './dataset-guarded.ts';
import type { Exporter } from './exporter.ts';
import { frequencies } from './frequencies.ts';
import { passagesWord } from './passages-docx.ts';
import { passagesMarkdown } from './passages-md.ts';

/** Every format that leaves, in the order of menus and help. A new one is a file in this folder and a line here. */
export const exporters: readonly Exporter[] = [dataset, datasetGuarded, frequencies, analyses, passagesWord, passagesMarkdown, codebookCsv, codebookQdc];
