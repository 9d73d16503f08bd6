import '../no-eval.ts';
import { analysisJobs } from './analysis-jobs.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(analysisJobs());
