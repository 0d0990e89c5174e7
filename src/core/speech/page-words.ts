const words = (list: string) => list.split(/\s+/);

/** What is pressed on a page: alone in a line, it is a button. */
export const buttons: ReadonlySet<string> = new Set(
  words(
    '返回 返回首页 返回顶部 返回列表 返回目录 收藏 收藏本文 加入收藏 下载 立即下载 免费下载 下载文档 下载本文 下载全文 复制全文 ' +
      '打印 打印本页 打印本文 打印文章 分享 登录 立即登录 注册 免费注册 点赞 举报 纠错 评论 发表评论 转发 全屏 加大 还原 减小 放大 缩小 关闭 关闭窗口 ' +
      '设为首页 展开全文 收起全文 阅读全文 查看原文 阅读原文 在线阅读 微信 微博 新浪微博 腾讯微博 QQ空间 QQ好友 朋友圈 微信好友',
  ),
);

/** Columns of portals, news sites and libraries of documents: several together are a menu. */
export const columns: ReadonlySet<string> = new Set(
  words(
    '首页 网站首页 新闻 新闻中心 新闻动态 新闻资讯 新闻发布 时政要闻 本地要闻 今日要闻 图片新闻 政务动态 政务公开 信息公开 政府信息公开 政务服务 办事服务 办事大厅 ' +
      '在线服务 便民服务 互动交流 政民互动 公众参与 领导信箱 领导之窗 机构设置 机构职能 数据开放 数据发布 政策解读 政策文件 专题专栏 专题集锦 通知公告 公示公告 ' +
      '网站地图 网站导航 网站声明 联系我们 关于我们 广告服务 版权声明 隐私政策 用户协议 意见反馈 帮助中心 无障碍 无障碍浏览 无障碍阅读 长者模式 长者版 关怀版 适老版 ' +
      '移动版 手机版 客户端 电子报 数字报 简体 繁体 繁體 English 搜索 站内搜索 高级搜索 范文大全 讲话致辞 工作总结 心得体会 公文写作 热门标签 热门文章 相关文章 最新文章 推荐阅读',
  ),
);

/** Fields by which a page says where a text comes from; those of a document (索引号, 成文日期) are not among them. */
export const publicationFields: ReadonlySet<string> = new Set(
  words(
    '来源 稿源 文章来源 信息来源 作者 发布者 发布人 发布时间 发布日期 发表时间 发表日期 更新时间 更新日期 时间 日期 浏览 浏览量 浏览次数 阅读 阅读量 阅读次数 点击 点击量 点击数 点击次数 ' +
      '字体 字号 编辑 责任编辑 责编 评论 人气',
  ),
);
