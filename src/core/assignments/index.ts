export { assignmentsOf, type Assignment, type AssignmentSource } from './extract';
