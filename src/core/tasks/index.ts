export { dueTasks } from './due';
export { assignmentsOf, readingAssignments, type Assignment } from './extract';
