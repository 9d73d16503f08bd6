import type { Op } from '../../schemas/change.ts';
import type { Code } from '../../schemas/records/code.ts';
import type { Coder } from '../../schemas/records/coder.ts';
import { starterRoles, type Project } from '../../schemas/records/project.ts';
import { ok, type Result } from '../support/result.ts';
import type { Plan } from './change.ts';
import { cleanName, differs, notThere } from './planning.ts';
import type { ProjectState } from './state.ts';

/** The first change of a project: its record, its coder and the themes it starts with. */
export function planCreateProject(
  { name, description = '', coder, codes, now }: { name: string; description?: string; coder: Coder; codes: readonly Code[]; now: string },
): Result<Plan> {
  const clean = cleanName(name);
  if (!clean.ok) return clean;
  const project: Project = { name: clean.value, description, roles: [...starterRoles], createdAt: now };
  return ok({
    label: { key: 'project.create', values: { name: project.name } },
    ops: [
      { op: 'put', table: 'project', record: project },
      { op: 'put', table: 'coders', record: coder },
      ...codes.map((record): Op => ({ op: 'put', table: 'codes', record })),
    ],
  });
}

/** Name, description or list of roles. Roles are kept once each, without empty ones. */
export function planEditProject(state: ProjectState, patch: Partial<Pick<Project, 'name' | 'description' | 'roles'>>): Result<Plan> {
  if (!state.project) return notThere('project');
  const name = cleanName(patch.name ?? state.project.name);
  if (!name.ok) return name;
  const roles = patch.roles ? [...new Set(patch.roles.map((role) => role.trim()).filter((role) => role !== ''))] : state.project.roles;
  const record: Project = { ...state.project, ...patch, name: name.value, roles };
  const label = { key: 'project.edit', values: { name: record.name } } as const;
  return ok({ label, ops: differs(state.project, record) ? [{ op: 'put', table: 'project', record }] : [] });
}
