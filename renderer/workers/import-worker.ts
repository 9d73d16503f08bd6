import '../no-eval.ts';
import { importJobs } from './import-jobs.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(importJobs);
