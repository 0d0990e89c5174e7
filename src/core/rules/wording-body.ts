import { slipRule } from './slip';

/** Names of bodies and posts, and the order in which they stand. */
export const wordingBody = slipRule({
  id: 'wording/body',
  title: '机构、职务的名称和次序',
  english: 'Names and order of bodies and posts',
  severity: 'warning',
  fault: '不合规范',
  examples: {
    flag: ['国务院、党中央高度重视。', '县委常委副县长出席会议。'],
    keep: ['党中央、国务院高度重视。', '县委常委、副县长出席会议。'],
  },
});
