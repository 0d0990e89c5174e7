export { assignmentsOf, type Assignment } from './extract';
export {
  columnsOf,
  columns,
  csvTable,
  csvTableHead,
  isNeeded,
  jsonAssignments,
  markdownTable,
  missing,
  summary,
  taskRow,
  type JsonAssignments,
  type TaskRow,
} from './table';
