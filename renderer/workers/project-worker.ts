import '../no-eval.ts';
import { projectJobs } from './project-jobs.ts';
import { serveJobs } from './serve-jobs.ts';

serveJobs(projectJobs);
