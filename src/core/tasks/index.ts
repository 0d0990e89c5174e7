export { dueTasks } from './due';
export { assignmentsOf, type Assignment } from './extract';
export { isTitleOfReport } from './told';
