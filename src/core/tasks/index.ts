export { dueTasks } from './due';
export { assignmentsOf, readingAssignments, type Assignment } from './extract';
export { isTitleOfReport } from './told';
