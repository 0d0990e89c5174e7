/** A figure, a date, a named body, a document, a measure or somebody in charge. */
const concrete =
  /[\d%《厅]|(?<![格布大全时])局(?![面势部])|[二三四五六七八九十两几][十百千万]?(?:[个项次名户家亩元吨天年月日处场批起所条类轮遍]|公里|小时)|[省市县区州旗镇乡村街](?:[委局办厅直]|政府|级部门)|委员会|办公室|指挥部|领导小组|工作组|专班|中心|公司|医院|学校|派出所|网格员|书记|[镇乡县市]长|主任|牵头|负责人|责任人|月底前|年底前|逐[户项村个条人家]|每[周月季天日年]|网格|数据|到[人户岗点车]|台账|清单|名单|分工|排查|检查|走访|培训|整改|核酸|接种|隔离|化肥|农药/;

/** Everybody and nobody. */
const everybody = /各级各部门|各级党委(?:和|、)?政府|各级党组织|各有关部门|各部门|各单位|各级/g;

/** Whether the text, folded, names a figure, a date, a body, a document, a measure or somebody in charge. */
export function isConcrete(text: string): boolean {
  return concrete.test(text.replace(everybody, ''));
}
