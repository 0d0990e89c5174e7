export { dueTasks } from './due';
export { assignmentsOf, type Assignment } from './extract';
